import type { FunctionComponent } from 'react';
import type { ResourceProps } from 'react-admin';
import type SvgIcon from '@mui/material/SvgIcon';
import type { ListedResource, Permission, RouteKey, Routes } from '@tracker/contract';

/** An entry of the menu. */
export interface Place {
  words: string;
  Icon: typeof SvgIcon;
  asks: Permission;
  /** For whoever takes visits along, and whoever left logs behind. */
  onDevice?: boolean;
}

interface Views extends Pick<
  ResourceProps,
  'list' | 'show' | 'edit' | 'create' | 'recordRepresentation'
> {
  place?: Place;
  /** Screens below its address that are no view of react-admin's, by their paths. */
  pages?: Readonly<Record<string, FunctionComponent>>;
}

export interface ResourceScreens extends Views {
  name: string;
  /** What may be changed; everything else of a record is read only and must not be sent back. */
  writable?: Readonly<Record<string, true>>;
}

/** A page about no resource. */
export interface PageScreens {
  /** The first is where the menu leads. */
  paths: readonly [string, ...string[]];
  Page: FunctionComponent;
  place?: Place;
  /** Opened without a session, and without the menu. */
  open?: true;
}

/** What is sent to change a record; never where no route takes it. */
type ChangeOf<Name extends string> = `PUT /api/${Name}/{id}` extends infer R extends RouteKey
  ? Routes[R] extends { body: infer Change }
    ? Change
    : never
  : never;

type Writable<Change> = [Change] extends [never]
  ? { writable?: never }
  : { writable: Readonly<Record<Exclude<keyof Change, 'version'>, true>> };

/** A resource, named as the API names its list; one that can be changed says which fields. */
export const defineResource = <Name extends ListedResource>(
  name: Name,
  screens: Views & Writable<ChangeOf<Name>>,
): ResourceScreens => ({ name, ...screens });
