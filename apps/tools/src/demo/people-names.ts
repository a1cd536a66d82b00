import type { Random } from './random';

const FIRST_NAMES =
  'Aisha,Alan,Alice,Amanda,Amir,Andrew,Angela,Anita,Anna,Arjun,Beatrice,Ben,Bernadette,Bilal,Bridget,Callum,Carol,Catherine,Ceri,Charlotte,Chidi,Christine,Claire,Colin,Daniel,David,Dawn,Deborah,Declan,Diane,Edward,Eleanor,Elena,Elizabeth,Emily,Emma,Esther,Farah,Fiona,Frances,Gareth,Gemma,George,Grace,Graham,Hannah,Harpreet,Heather,Helen,Hugh,Ian,Imran,Ines,Jack,James,Jane,Janet,Jasmine,Jenny,Jess,Joanna,Jonathan,Judith,Julia,Karen,Kate,Katarzyna,Keith,Kevin,Kirsty,Laura,Lauren,Leila,Lisa,Louise,Lucy,Luke,Lydia,Maggie,Marcus,Maria,Mark,Martin,Mary,Matthew,Meera,Megan,Michael,Michelle,Miriam,Mohammed,Naomi,Natalie,Neil,Nicola,Nigel,Nisha,Olivia,Paul,Paula,Peter,Philip,Philippa,Priya,Rachel,Rebecca,Richard,Robert,Rosalind,Rosie,Ruth,Samantha,Samuel,Sarah,Sean,Sharon,Shreya,Simon,Sophie,Stella,Stephen,Stuart,Susan,Tanya,Teresa,Thomas,Tim,Tracy,Vanessa,Victoria,Yasmin,Yusuf,Zainab,Zoe'.split(
    ',',
  );

const SURNAMES =
  'Abbott,Acheampong,Ahmed,Ainsworth,Akhtar,Aldous,Ali,Anderson,Appleby,Archer,Asante,Atkins,Bailey,Bains,Baker,Banerjee,Barnard,Barton,Begum,Bellamy,Bennett,Bhatt,Blackwell,Boateng,Bowen,Bradshaw,Brennan,Briggs,Brooks,Burgess,Burton,Byrne,Carpenter,Carr,Chambers,Chandler,Chaudhry,Chowdhury,Clarke,Coleman,Collins,Connolly,Cooper,Cox,Crane,Crawford,Cross,Curtis,Dalton,Davies,Dawson,Dean,Desai,Dhillon,Dixon,Doyle,Drake,Dunn,Edwards,Egan,Ellis,Evans,Farrell,Fernandes,Field,Fletcher,Ford,Foster,Fowler,Fraser,Gallagher,Gardner,Gibbs,Gill,Goddard,Graham,Grant,Gray,Greenwood,Griffiths,Gupta,Hale,Hall,Hamilton,Harding,Harper,Harris,Hart,Harvey,Hassan,Hayes,Henderson,Hicks,Hill,Hobbs,Holland,Holmes,Hopkins,Howard,Hughes,Hunt,Hussain,Ibrahim,Iqbal,Islam,Jackson,James,Jarvis,Jenkins,Johal,Jones,Joshi,Kapoor,Kaur,Kelly,Kemp,Kennedy,Khan,Knight,Lambert,Lane,Lawson,Leach,Lewis,Lim,Lloyd,Lowe,Mahmood,Malik,Marsh,Mason,Matthews,McCarthy,McKenzie,Mensah,Miah,Miller,Mills,Mistry,Mitchell,Moore,Moran,Morgan,Morris,Murphy,Murray,Nair,Newman,Nguyen,Nicholls,Norton,Nowak,Nwosu,OBrien,Oliver,Osei,Owen,Palmer,Parker,Parsons,Patel,Payne,Pearce,Perry,Phillips,Porter,Powell,Pratt,Price,Quinn,Rahman,Reeves,Reid,Reynolds,Richards,Roberts,Robinson,Rogers,Rose,Rowe,Russell,Ryan,Saunders,Savage,Shah,Sharma,Shaw,Simmons,Singh,Slater,Spencer,Stevens,Stone,Sutton,Sweeney,Taylor,Thomas,Thompson,Tran,Tucker,Turner,Underwood,Uddin,Vaughan,Wade,Walker,Wallace,Walsh,Warren,Watts,Webb,Welch,Wheeler,White,Wilkinson,Williams,Wood,Wright,Yates,Young'
    .replace('OBrien', "O'Brien")
    .split(',');

/** Hands out invented names, none of them twice. */
export class PeopleNames {
  private readonly used = new Set<string>();

  constructor(private readonly random: Random) {}

  next(): string {
    for (;;) {
      const name = `${this.random.pick(FIRST_NAMES)} ${this.random.pick(SURNAMES)}`;
      if (this.used.has(name)) continue;
      this.used.add(name);
      return name;
    }
  }
}
