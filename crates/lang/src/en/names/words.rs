//! English words that stand in names or beside them: roles, heads of organisations
//! and places, words that begin a sentence, verbs of saying. A list is one text of
//! words divided by white space. The tagger's weights know the lists by their order
//! in [`dateline_names::Lists`]; a word that is added here is heeded at once.

/// Words that end a role or title before a name: "President", "Foreign Minister".
/// Sorted, lower case.
/// Add words that stand directly before a person's name in news.
pub const ROLES: &str = "
adm admiral adviser advisor aide ambassador analyst archbishop archduke astronaut attorney aunt
author ayatollah baron baroness bishop brigadier bro broker brother captain cardinal ceo cfo
chair chairman chairmen chairperson chairwoman chancellor chief coach col colonel columnist
commander commissar commissioner comrade congressman congresswoman constable coordinator
corporal correspondent councillor councilman councilwoman count countess cpl dame deacon dean
defender democrat detective diplomat diplomats director doctor dr duchess duke economist editor
emir emperor empress engineer envoy executive expert father founder gen general goalkeeper gov
governor guitarist head historian hon imam insp inspector journalist judge justice justices king
lady lawmaker lawyer leader lieutenant lord lt lt-gen ltgen madam maj maj-gen major manager
marshal master mayor messrs midfielder minister ministers miss monsieur mother mp mr mrs ms
mullah negotiator negotiators officer official officials ombudsman pastor patriarch physicist
playwright pm poet pope premier president presidents prime-minister prince princess principal
private prof professor prosecutor pvt queen rabbi rapporteur rep representative republican rev
reverend saint scientist sec secretary sen senator senators sergeant sgt shah sheik sheikh
sheriff singer sir sister speaker spokesman spokesmen spokesperson spokeswoman striker sultan
superintendent treasurer tsar uncle undersecretary vice-president viceroy warden writer
";

/// Roles that end in a full stop which is no part of the role.
/// Sorted, lower case.
pub const ABBREVIATED_ROLES: &str = "
adm brig capt col cpl dr fr gen gov hon insp lt maj messrs mr mrs ms prof pvt rep rev sec sen
sgt sr st supt
";

/// Words that stand before a role and belong to it: "Deputy Prime Minister".
/// Sorted, lower case.
pub const ROLE_MODIFIERS: &str = "
acting assistant associate attorney cabinet chief co co-founder culture defence defense
democratic deputy economic economy education elect energy environment ex executive exterior
field finance first foreign former general hereditary high home honorary house interim interior
international joint justice lead legal lord majority managing minority national opposition
permanent political premier presidential press prime principal public retired second senate
senior shadow special state trade transport under vice
";

/// What may follow a role and belongs to it, after "of" or alone: "Secretary of State",
/// "Secretary General", "President-elect".
/// Sorted, lower case.
pub const ROLE_TAILS: &str = "
defence defense elect emeritus general justice staff state treasury
";

/// Words that begin names of things that are no person, place or organisation.
/// Sorted, lower case.
pub const OTHER_STARTS: &str = "
cyclone happy hurricane hyper mission operation playstation project storm tropical typhoon
windows
";

/// Short words after a hyphen that make a phrase of a name: "Soviet-era".
/// Sorted, lower case.
pub const HYPHEN_TAILS: &str = "
aged area based born built day era fed flag free full going held high hit in issue laden led
like linked long made man month old only owned ready rich run sent size sized soil speak style
term time torn type wide wing wise year
";

/// Words that head an organisation's name, first ("Ministry of") or last ("Bank").
/// Sorted, lower case.
/// Singular and plural where names use both. Add words that are common in names of
/// organisations and rare in names of persons.
pub const ORGANISATION_HEADS: &str = "
academy administration agency airlines airways alliance ambulance army assembly associates
association associations athletic authority bank banks battalion bloc board books brigade
brigades broadcasting brotherhood bureau business cabinet capital caucus center centre chamber
charity church clinic club co coalition college colleges command commission committee community
companies company confederation conference congress consortium consulting convent cooperative
corp corporation corps council court courts department dept directorate division dynamics
electric electronics embassy energy enterprise enterprises entertainment exchange faculty fc
federation films fleet force forces forum foundation friends front fund gazette gmbh government
group guard guards guild headquarters herald holding holdings hospital hotel hotels house inc
industries initiative inquirer institute institution institutions insurance intelligence
international jazeera journal junta laboratories laboratory labs league legion library limited
llc llp lodge ltd magazine mail media militia ministries ministry mission mosque motors movement
museum navy network news newspaper observatory observer office orchestra organisation
organisations organization organizations panel parliament partners partnership party
pharmaceuticals philharmonic platoon police politburo post press productions project publishers
publishing radio records regiment republican resistance restaurant review savings school schools
secretariat seminary senate service services society software squadron staff station studio
studios synagogue syndicate systems taskforce team technologies technology telegraph television
theater theatre times tribunal tribune troupe trust trustees tv union united universities
university watch weekly wireless workshop
";

/// Endings that make a name a company's and may be left out when it is named again.
/// Sorted, lower case.
pub const COMPANY_SUFFIXES: &str = "
ag co corp corporation gmbh group holding holdings inc incorporated limited llc llp ltd nv oyj
plc sa spa
";

/// Words that end the name of a place: "Kursk Region".
/// Sorted, lower case.
pub const PLACE_HEADS: &str = "
airport alley archipelago atoll ave avenue basin bay beach blvd borough boulevard bridge camp
canal canyon cape cathedral cave cemetery channel city cliff coast county cove creek crossing
delta desert district drive estate falls fjord forest fort garden gardens glacier gorge
governorate gulch gulf hall harbor harbour heights highway hill hills island islands isle isles
junction jungle kingdom lake lakes lane lighthouse mall manor meadows mill mountain mountains
municipality neighborhood oasis oblast ocean palace parish park pass peak peninsula pier place
plain plains plateau plaza point port prefecture province quarter railway range reef region
republic reserve reservoir ridge river rivers road rock route ruins sea shire shore sound spring
springs square station strait straits street strip summit territory tower towers town township
tunnel valley village volcano wall waterfall way woods zone
";

/// Words that begin the name of a place: "Lake Como", "Mount Fuji".
/// Sorted, lower case.
pub const PLACE_STARTS: &str = "
camp cape fort gulf isle lake mount mt port rio river san santa st strait
";

/// Words that make a part of a place's name: "eastern" Ukraine is no name, "East Lansing" is.
/// Sorted, lower case.
pub const DIRECTIONS: &str = "
central east eastern greater inner lower mid new north northeast northern northwest old outer
south southeast southern southwest upper west western
";

/// Words that end names of things that are no person, place or organisation.
/// Sorted, lower case.
/// A run of capitals that ends so is left out whole.
pub const OTHER_HEADS: &str = "
accord accords act acts age agreement agreements album amendment anniversary award awards battle
bible bill bowl card carnival castle census challenge championship championships charter
christmas clause code concerto constitution contract convention copa crisis cup day days deal
declaration decree depression derby doctrine edition election elections empire epic era eve
exhibition expedition fair fashion fest festival formula game games holiday holocaust index
initiative interview law laws lecture level line manifesto marathon massacre medal memorandum
memorial month mystery night note novel olympics open opera order pact parade plan policy prize
program programme protocol protocols rally rebellion referendum reform regatta renaissance
report resolution revolt revolution roadmap round season sequel series show siege song strategy
style summit symphony syndrome talks test theorem theory tour tournament treaty trial trilogy
trophy uprising version virus vote war wars week weekend year years zeitung
";

/// Words in lower case inside a person's name.
/// Sorted, lower case.
pub const PARTICLES: &str = "
abu af al bin bint da dal das de del della den der di do dos du el ibn la le ten ter ul ur van
von y zu
";

/// What an organisation is for, in names spelled small: "foreign ministry".
/// Sorted, lower case.
pub const MINISTRY_TOPICS: &str = "
culture defence defense economy education emergency energy finance foreign health home
information interior justice labor labour trade transport transportation
";

/// Weekdays, months, holidays, zones of time: capitals that are no name.
/// Sorted, lower case.
pub const DATE_WORDS: &str = "
april aug august bst cest cet christmas dec december easter edt eid est feb february fri friday
gmt halloween hanukkah jan january july june mar march may mdt mon monday mst nov november oct
october passover pdt pst ramadan sat saturday sep sept september sun sunday thanksgiving thu
thurs thursday tue tues tuesday utc wed wednesday xmas yom
";

/// Capitals that are no person, place or organisation: languages, faiths, peoples,
/// acronyms of things, words that letters and forms print with a capital.
/// Sorted, lower case.
pub const NOT_NAMES: &str = "
ad african africans aids am anglican arab arabic arabs aryan aryans asap asian asians atm atms
baptist bc bce bible billion black blacks btw buddhism buddhist cat catholic catholics cd cds ce
celtic ceo ceos cfo christian christianity christians co2 communism communist communists
confucian coo coronavirus covid cpr cv dj dna dvd dvds earth english enlightenment eta eucharist
euro european europeans euros exclusive explainer faq fax fyi gdp german gmt god gop gospel gps
haha hebrew hi hindu hinduism hindus hispanic hispanics hiv html http https id ied ii iii inc
indo internet intl ip iq ira-linked islam islamic islamism islamist islamists iso iv ix jew
jewish jews jihad jpg judaism kg km koran kurd kurdish kurds latin latino latinos lgbt lgbtq llc
lol lord ltd mandarin marxism marxist mba md million mobile mon mph ms muslim muslims native
nazi nazis ngo ngos no nordic north ok okay omg orthodox pc pdf persian ph phd photo pic pin plz
pm polynesian pope pos pow pows prc-backed protestant protestants ps qur'an quran r rip roman
romans rss rsvp sars satan scandinavian scots semitic shia shiite shiites sikh sikhs slavic sms
sos spf stalinist sunni sunnis suv suvs tamil tb tibetan torah trillion tv tvs u ufo url us$ usb
usd vat vi vii viii viking vip vs web website welsh western westerners white whites www x
xi-century xml xx xxx yep zionist zionists zip zulu
";

/// Verbs of saying, in the forms news use.
/// Sorted, lower case.
pub const SAYING: &str = "
accused acknowledged added adds admitted advised affirmed agreed alleged announced
answered argued argues asked asks asserted assessed assured believes called calling claimed
claims commented complained concluded condemned confirmed contended continued criticised
criticized declared demanded denied described describing emphasised emphasized estimated
exclaimed explained explains expressed hinted indicated insisted insists joked lamented
maintained mentioned mocked noted notes observed ordered pledged posted predicted proclaimed
promised pronounced quipped reacted reaffirmed recalled recounted reiterated remarked repeated
replied reported reports responded revealed ruled said saying says shouted slammed
speaking speculated stated states stressed suggested telling tells testified thanked
thinks threatened told tweeted urged vowed warned warns wondered writes wrote yelled
";

/// Ordinary words that stand with a capital at the start of a sentence, in titles and in
/// forms. Sorted, lower case. Add any word that is in no name; names of people stay out.
pub const STOP_WORDS: &str = "
a about above abroad absolutely according accordingly across actually add additional
additionally address afraid after afterward afterwards again against ago ah all almost alone
along already also although altogether always amazing amid among amongst an and another any
anybody anyone anything anyway anywhere apart apparently are aren't around article as aside ask
asked asking at attached attention authorities average away awesome awful back background bad
basically be because become been before beforehand behind being believe below beside besides
best better between beyond big bitter both breaking brief briefly brilliant bring but buy by bye
call called came can can't cannot caption certain certainly cheap check chief children civilians
clean clear clearly click close cold come comment comments completely conversely could couldn't
critics currently dad daily date dated deal dear delicious despite details did didn't different
direct do does doesn't doing don't done doubtless down due during each earlier early easily east
easy editing editor eight either eleven else elsewhere email enjoy enough especially even
eventually ever every everybody everyone everything everywhere exactly excellent except excuse
experts extremely fact fantastic far fast few fifteen fifth fifty figure file finally find fine
first firstly five follow following food for forget former formerly forty four fourth free
frequently fresh friendly from full fully further furthermore generally get getting give given
go going good got great greetings guess guys had half happy hard hardly has hate have haven't
having he he'd he'll he's hello help hence her here here's hers herself hey hi high highly him
himself his home hope hopefully horrible how however huge hundreds i i'd i'll i'm i've if image
immediately important in including indeed initially inside instead interestingly into
investigators involved ironically is isn't it it'd it'll it's its itself join journalists just
keep key kind know large last lastly late lately later latest law least leave left less let
let's like likely link listen little local long look looking looks lot lots love loved low made
main mainly make makes making many map maybe me meanwhile media meet members men mere merely
message met mine minutes mom money more moreover most mostly much must my myself naturally near
nearby nearly neither never nevertheless new news next nice nine no nobody none nonetheless nor
north not notably note nothing notice now nowadays nowhere number obviously occasionally of off
officials often oh ok okay old on once one ones online only onto open opinion opposite or
original originally other others otherwise ought our ours ourselves out outside over overall own
page parents particularly partly people per perfect perhaps personally phone photo photos
picture place please plus police politicians possible possibly posted president-elect presumably
pretty previously price probably protesters provided put quality question questions quick
quickly quite rarely rather read reading ready real really recent recently regarding regards
related remember reply report reported reportedly reporters reporting reports researchers
residents rest right s same sample say saying scientists search second secondly section see
seemingly seems seen send sent serious service seven several shall shame she she'd she'll she's
shortly should show sign similarly simply since sincerely six small so some somebody somehow
someone something sometimes somewhat somewhere soon sorry source sources south special
specifically staff start started starting stay still stop strange strong students subject
subsequently such suddenly summary super support supporters sure surely surprisingly take talk
talks ten terrible text than thank thanks that that's the their theirs them themselves then
there there's thereafter therefore these they they'd they'll they're they've thing things think
third thirty this those though thousands three through throughout thus tickets till time times
tip title to today together tomorrow tonight too top total totally toward towards troops true
try trying turn twelve twenty twice two typically ultimately unbelievable under underneath
unfortunately unless unlike until up update updated upon us use used using usually various very
via video view viewers visit voters wait want wanted warning was wasn't watch we we'd we'll
we're we've wealth welcome well went were west what what's whatever when whenever where whereas
wherever whether which whichever while who who's whoever whole whom whose why wife will wish
with within without witnesses women won't wonderful work worst would wouldn't wow wrong yeah
year years yep yes yesterday yet you you'd you'll you're you've young your yours yourself zero
";

/// Beginnings that stand before a hyphen and name nothing: "Russo-", "pro-".
/// Sorted, lower case.
pub const COMBINING_FORMS: &str = "
afro anglo anti austro euro ex franco greco indo italo judeo non post pre pro russo sino us-led
";

/// Endings of internet addresses that make a word a site's name.
/// Sorted, lower case.
pub const DOMAINS: &str = "
ai az biz by co com edu eu fr ge gov info int io kz md me net news org ru su tv ua uk us uz
";

/// Words that end a name wherever they stand, unless the gazetteer has them in it.
/// Sorted, lower case.
pub const FUNCTION_WORDS: &str = "
a about after against all also although am an and any are as at be because been before being
between both but by can could did do does during each either for from had has have he he'd he'll
he's her here hers him his how however i i'd i'll i'm i've if in into is isn't it it's its just
let's like may me might must my neither no nor not of on only or our ours out over she she'd
she'll she's should since so such than that that's the their theirs them then there there's
these they they'd they'll they're they've this those though through thus till to too under
unless until up us very was wasn't we we'd we'll we're we've were what what's when where whether
which while who who's whom whose why will with within without would yet you you'd you'll you're
you've your yours
";

/// Words that names of organisations join by "and": "Department of Health and Human Services".
/// Sorted, lower case.
pub const TOPICS: &str = "
affairs agriculture archaeology arms art arts atomic aviation children commerce commonwealth
communication communications control cooperation culture customs defence defense development
drug economic economics economy education employment energy engineering environment exploration
families finance fisheries food foreign forestry growth health heritage housing human humanities
immigration industrial industry information infrastructure innovation investment justice labor
labour law mathematics medicine natural nuclear oceanic pensions planning policy prevention
public recreation regional religion research rural safety science sciences security services
settlement social space sport sports statistics strategic technology telecommunications tourism
trade training transport urban water welfare women work youth
";
