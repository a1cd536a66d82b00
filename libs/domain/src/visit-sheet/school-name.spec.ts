import fc from 'fast-check';
import { schoolNameKey } from './school-name';
import { editDistance, nameSimilarity } from './similarity';

describe('schoolNameKey', () => {
  it.each([
    ["St. Mary's C of E Primary School", 'Saint Mary’s Church of England (VA) Primary School'],
    ["ST MARY'S CofE SCHOOL", "St Mary's C.E. Primary Academy"],
    ['Garden Fields JMI School', 'Garden Fields Junior Mixed and Infant School'],
    ['Garden Fields JM&I', 'Garden Fields Junior Mixed & Infants School'],
    ['Garden Fields J.M.I.', 'Garden Fields Primary'],
    ['Applecroft', 'The Applecroft Primary School'],
    ['Holy Rood RC Primary School', 'Holy Rood Catholic Primary School'],
    ['St John Roman Catholic Primary School', 'St. John Catholic Primary'],
    ['Skyswood Primary & Nursery School', 'Skyswood Primary School'],
    ["Crabtree Infants' School", 'Crabtree Infant School'],
    ['Wheatfields Junior Mixed School', 'Wheatfields Juniors'],
    ['Dundale Primary School and Nursery', 'Dundale Primary School'],
    ['Étoile School', 'Etoile Academy'],
  ])('takes %s and %s for one', (a, b) => expect(schoolNameKey(a)).toBe(schoolNameKey(b)));

  it.each([
    ['Crabtree Infant School', 'Crabtree Junior School'],
    ["St Mary's Catholic School", "St Mary's Church of England School"],
    ["St John's School", "St Paul's School"],
    ['London Colney Nursery School', 'London Colney Primary School'],
    ['Birchwood High School', 'Birchwood Primary School'],
    ['Roundwood Park School', 'Roundwood Primary School'],
  ])('tells %s and %s apart', (a, b) => expect(schoolNameKey(a)).not.toBe(schoolNameKey(b)));

  it('is never blank for a name with a letter in it, and is its own key', () => {
    expect(schoolNameKey('The Primary School')).toBe('the primary school');
    fc.assert(
      fc.property(fc.string(), (name) => {
        const key = schoolNameKey(name);
        return (key !== '' || !/[a-z0-9]/i.test(name)) && schoolNameKey(key) === key;
      }),
    );
  });
});

describe('likeness of names', () => {
  it.each([
    ['applecroft', 'aplecroft', 1],
    ['crabtree', 'carbtree', 1],
    ['reed', 'read', 1],
    ['', 'abc', 3],
    ['kitten', 'sitting', 3],
  ])('%j and %j are %i edits apart', (a, b, edits) => {
    expect(editDistance(a, b)).toBe(edits);
    expect(editDistance(b, a)).toBe(edits);
  });

  it('is 1 for the same name and less for others', () => {
    expect(nameSimilarity('applecroft', 'applecroft')).toBe(1);
    expect(nameSimilarity('applecroft', 'aplecroft')).toBeGreaterThan(0.8);
    expect(nameSimilarity('applecroft', 'reed first')).toBeLessThan(0.3);
  });
});
