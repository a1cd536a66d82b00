import type { ListedResource, SortOfResource } from '@tracker/contract';

/** An order that the API has for the list of a resource. */
export interface OrderOf<Name extends ListedResource> {
  field: SortOfResource<Name>;
  order: 'ASC' | 'DESC';
}
