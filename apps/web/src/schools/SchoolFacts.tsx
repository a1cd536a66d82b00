import { lazy, Suspense, useState } from 'react';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import type { School } from '@tracker/contract';
import { FactList } from '../fields/FactList';
import { RegionName } from '../fields/RegionName';
import { registerFacts } from '../fields/register-facts';
import { DayText } from '../fields/texts';
import { Section } from '../layout/Section';
import { useMayRunTheHub } from '../providers/use-signed-in-user';

const SetRegionDialog = lazy(() => import('./SetRegionDialog'));

/** The address on one line; null when nothing of it is known. */
export function addressOf({ street, town, postcode }: School): string | null {
  const parts = [street, town, postcode].filter(Boolean);
  return parts.length ? parts.join(', ') : null;
}

/** A page of OpenStreetMap that finds the place; opened by the person, never loaded by us. */
function mapAddress(school: School): string | null {
  const place = school.postcode ?? addressOf(school);
  return place ? `https://www.openstreetmap.org/search?query=${encodeURIComponent(place)}` : null;
}

/** A web address as a link; registers write it with and without `http`. */
function websiteAddress(website: string): string {
  return /^https?:\/\//i.test(website) ? website : `https://${website}`;
}

function Outside({ href, children }: { href: string; children: string }) {
  return (
    <Link href={href} target="_blank" rel="noopener noreferrer" sx={{ overflowWrap: 'anywhere' }}>
      {children}
    </Link>
  );
}

/** What the register and the census say about the school. */
export function SchoolFacts({ school }: { school: School }) {
  const address = addressOf(school);
  const map = mapAddress(school);
  const mayRunTheHub = useMayRunTheHub();
  const [changing, setChanging] = useState(false);
  const region = [
    'Region',
    <span key="region">
      <RegionName regionId={school.regionId} />
      {school.regionSetByHand ? ', set by hand' : ''}
    </span>,
  ] as const;
  return (
    <Section
      title="The school"
      action={
        mayRunTheHub && (
          <Button size="small" onClick={() => setChanging(true)}>
            Change the region
          </Button>
        )
      }
    >
      <Suspense fallback={null}>
        {changing && <SetRegionDialog schools={[school]} onClose={() => setChanging(false)} />}
      </Suspense>
      <FactList
        facts={[
          ['Address', address],
          [
            'Map',
            map && (
              <Outside key="map" href={map}>
                Find it on a map (opens a new tab)
              </Outside>
            ),
          ],
          [
            'Telephone',
            school.telephone && (
              <Link key="tel" href={`tel:${school.telephone.replace(/\s/g, '')}`}>
                {school.telephone}
              </Link>
            ),
          ],
          [
            'Website',
            school.website && (
              <Outside key="web" href={websiteAddress(school.website)}>
                {school.website}
              </Outside>
            ),
          ],
          ...registerFacts(school, 'page').flatMap(({ key, fact }) =>
            key === 'district' ? [fact, region] : [fact],
          ),
          ['Opened', school.openedOn && <DayText key="opened" day={school.openedOn} />],
          ...(school.closedOn
            ? [['Closed', <DayText key="closed" day={school.closedOn} />] as const]
            : []),
          ['URN', String(school.urn)],
        ]}
      />
    </Section>
  );
}
