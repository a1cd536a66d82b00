import type { Random } from './random';

const words = (list: string): string[] => list.split(',');

const FIRST_PARTS = words(
  'Alder,Amber,Apple,Ash,Badger,Barley,Beech,Birch,Bramble,Briar,Broom,Clover,Copper,Cowslip,Curlew,Elder,Elm,Falcon,Fern,Finch,Flint,Fox,Gorse,Hawk,Hawthorn,Hazel,Heron,Holly,Kestrel,Kings,Lapwing,Larch,Lark,Lime,Long,Maple,Marram,Mill,Monks,Oak,Otter,Pear,Priors,Queens,Raven,Reed,Robin,Rook,Rowan,Rush,Sallow,Sand,Sedge,Shepherds,Spring,Stone,Swallow,Swan,Tern,Thorn,Wheat,Whin,Willow,Wren,Yew',
);
const SECOND_PARTS = words(
  'acre,bank,brook,croft,dale,dene,field,fields,gate,grove,holme,hurst,lands,mead,mere,ridge,side,wood',
);
/** Compounds that chance would make and that are towns and villages on the map. */
const ON_THE_MAP = new Set(
  words(
    'Ambergate,Ashfield,Ashgate,Birchwood,Broomfield,Elmbridge,Fernhurst,Hawkhurst,Hazelwood,Hollybank,Hollywood,Kingsgate,Kingsmere,Kingswood,Longfield,Longridge,Longside,Millbank,Millbrook,Monkswood,Ravenfield,Reedgate,Sandbank,Sandgate,Sandhurst,Sandside,Sedgefield,Springfield,Springside,Stonegate,Swanmore,Thorngate,Yewdale',
  ),
);
const OPENINGS = words(
  'Abbey,Bishop,Bridge,Cannon,Castle,Cathedral,Chapel,Cherry Tree,Coronation,Dovecote,Ferry,Foundry,Friary,Gasworks,Guildhall,Harbour,Heath,Jubilee,Lighthouse,Lock,Manor,Market,Mulberry,Nelson,Orchard,Priory,Quarry,Quay,Railway,Rectory,Ropewalk,Salt,Tannery,Tower,Victoria,Viking,Walnut Tree,Watermill,Wellington,Windmill',
);
const ENDINGS = words('Avenue,Green,Hill,Lane,Meadow,Park,Rise,Road,Street,View,Walk,Way');

const SAINTS = words(
  'All Saints,All Souls,Christ Church,Holy Cross,Holy Trinity,St Agnes,St Aidan,St Alphege,St Ambrose,St Andrew,St Anne,St Augustine,St Barnabas,St Bartholomew,St Botolph,St Catherine,St Clare,St Clement,St Cuthbert,St Dunstan,St Edmund,St Ethelburga,St Faith,St George,St Giles,St Gregory,St Helen,St Hilda,St James,St John,St Lawrence,St Leonard,St Luke,St Margaret,St Mark,St Martin,St Mary,St Mary Magdalene,St Matthew,St Michael,St Nicholas,St Oswald,St Paul,St Peter,St Philip,St Saviour,St Stephen,St Swithun,St Thomas,St Wilfrid',
);
const CATHOLIC_SAINTS = words(
  'Christ the King,St Boniface,St Chad,St Winefride,Holy Family,Holy Rood,Our Lady,Our Lady of the Sea,Sacred Heart,St Alban Roe,St Anselm,St Anthony,St Bede,St Benedict,St Bernadette,St Columba,St Cuthbert Mayne,St Dominic,St Edmund Campion,St Elizabeth,St Francis,St Gabriel,St Ignatius,St John Fisher,St Joseph,St Margaret Clitherow,St Maximilian,St Monica,St Oscar Romero,St Patrick,St Robert,St Teresa,St Thomas More,St Vincent,The Assumption,The Immaculate Heart',
);

/** Who gave their name to a secondary school; none of them has lived. */
export const BENEFACTORS = words(
  'Ada Thurlwell,Bishop Marlowe,Dame Hester Quill,Edith Saltmarsh,Jonas Tolley,Lady Corven,Sir Edwin Tarrow,Sir Josiah Pell,The Fennimore,Thomas Ravenscar',
);

/** `St Mary` becomes `St Mary's`, `Holy Trinity` and `St Mary Magdalene` stay. */
function dedication(saint: string): string {
  return /^St \S+$/.test(saint) && !/s$/.test(saint) ? `${saint}'s` : saint;
}

/** Names for the county's schools. A stem or dedication is handed out once. */
export class SchoolNames {
  private readonly stems: string[];
  private readonly anglican: string[];
  private readonly catholic: string[];
  private readonly taken = new Set<string>();

  constructor(private readonly random: Random) {
    const compounds = FIRST_PARTS.flatMap((first) =>
      random
        .shuffle(SECOND_PARTS)
        .slice(0, 4)
        .flatMap((second) => compound(first, second)),
    );
    const streets = OPENINGS.flatMap((first) =>
      random
        .shuffle(ENDINGS)
        .slice(0, 2)
        .map((second) => `${first} ${second}`),
    );
    this.stems = random.shuffle([...compounds, ...streets]);
    this.anglican = random.shuffle(SAINTS).map(dedication);
    this.catholic = random.shuffle(CATHOLIC_SAINTS).map(dedication);
  }

  /** `Larkmead`, `Cherry Tree Lane`: an estate, a street or a field, which many schools are named after. */
  stem(): string {
    const stem = this.stems.pop();
    if (stem === undefined) throw new RangeError('There are no names left for schools.');
    return stem;
  }

  /** A dedication of the Church of England; one that is used up comes round again with its place. */
  anglicanSaint(place: string): string {
    return this.anglican.pop() ?? `${dedication(this.random.pick(SAINTS))} ${place}`;
  }

  catholicSaint(place: string): string {
    return this.catholic.pop() ?? `${dedication(this.random.pick(CATHOLIC_SAINTS))} ${place}`;
  }

  /** The first of the wordings that no school has yet, so that no two open schools are called the same. */
  claim(...wordings: string[]): string {
    const free = wordings.find((name) => !this.taken.has(name));
    if (free === undefined) throw new RangeError(`All of these are taken: ${wordings.join(', ')}.`);
    this.taken.add(free);
    return free;
  }

  isTaken(name: string): boolean {
    return this.taken.has(name);
  }
}

/** Joins the parts unless they clash (`Ashhurst`), are a mouthful or are somewhere else already. */
function compound(first: string, second: string): string[] {
  const last = first.slice(-1).toLowerCase();
  const name = `${first}${second}`;
  const fits = last !== second.charAt(0) && name.length <= 12 && !ON_THE_MAP.has(name);
  return fits ? [name] : [];
}
