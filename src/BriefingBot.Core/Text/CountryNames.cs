using System.Collections.Frozen;

namespace BriefingBot.Core.Text;

/// <summary>
/// Words by which news text calls the same country: its name, its people, its capital as a stand-in for the government, common
/// abbreviations. Used to see that "Moscow" speaks of Russia; never to rewrite text.
/// </summary>
public static class CountryNames
{
    private static readonly HashSet<string> StandIns = new(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, int> Groups = Build();

    /// <summary>The number of the country that the stem stands for, or -1. "korea" is both Koreas.</summary>
    public static int GroupOf(string stem) => Groups.TryGetValue(stem, out int group) ? group : -1;

    /// <summary>Is the stem that of a capital, a government or a movement, which stands for a country but is not its name?</summary>
    public static bool IsStandIn(string stem) => StandIns.Contains(stem);

    private static FrozenDictionary<string, int> Build()
    {
        Dictionary<string, int> groups = new(StringComparer.Ordinal);
        string[] lines = Lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        for (int i = 0; i < lines.Length; i++)
        {
            bool standIn = false;
            foreach (string word in lines[i].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (word == "|")
                {
                    standIn = true;
                    continue;
                }

                string stem = WordTokenizer.Stem(word);
                groups[stem] = i;
                if (standIn)
                {
                    StandIns.Add(stem);
                }
            }
        }

        return groups.ToFrozenDictionary(StringComparer.Ordinal);
    }

    // Behind the bar: words that stand for a country without being its name.
    private const string Lines = """
        us usa u american americans america | washington states
        uk britain british briton britons | london westminster kingdom
        russia russian russians | moscow kremlin
        ukraine ukrainian ukrainians | kyiv kiev
        korea korean koreans | seoul pyongyang dprk rok nk
        china chinese prc | beijing
        japan japanese | tokyo
        taiwan taiwanese | taipei
        india indian indians | delhi
        pakistan pakistani | islamabad
        afghanistan afghan afghans | kabul taliban
        iran iranian iranians | tehran
        iraq iraqi iraqis | baghdad
        israel israeli israelis | jerusalem
        palestine palestinian palestinians | gaza
        lebanon lebanese | beirut
        syria syrian syrians | damascus
        turkey turkish turkiye | ankara
        egypt egyptian egyptians | cairo
        libya libyan | tripoli
        sudan sudanese | khartoum
        ethiopia ethiopian | addis
        kenya kenyan | nairobi
        nigeria nigerian | abuja
        ghana ghanaian | accra
        somalia somali | mogadishu
        uganda ugandan | kampala
        rwanda rwandan | kigali
        zimbabwe zimbabwean | harare
        germany german germans | berlin
        france french | paris elysee
        italy italian italians | rome
        spain spanish | madrid
        portugal portuguese | lisbon
        netherlands dutch | hague
        belgium belgian | brussels
        switzerland swiss | bern
        austria austrian | vienna
        poland polish | warsaw
        czech czechia | prague
        slovakia slovak | bratislava
        hungary hungarian | budapest
        romania romanian | bucharest
        bulgaria bulgarian | sofia
        greece greek greeks | athens
        serbia serbian | belgrade
        croatia croatian | zagreb
        kosovo kosovar | pristina
        sweden swedish swedes | stockholm
        norway norwegian | oslo
        denmark danish danes | copenhagen
        finland finnish finns | helsinki
        iceland icelandic | reykjavik
        ireland irish | dublin
        scotland scottish scots | edinburgh
        wales welsh | cardiff
        estonia estonian | tallinn
        latvia latvian | riga
        lithuania lithuanian | vilnius
        belarus belarusian | minsk
        georgia georgian | tbilisi
        armenia armenian | yerevan
        azerbaijan azerbaijani | baku
        kazakhstan kazakh | astana
        mongolia mongolian | ulaanbaatar
        vietnam vietnamese | hanoi
        thailand thai thais | bangkok
        cambodia cambodian | penh
        myanmar burmese burma | naypyitaw
        malaysia malaysian | kuala
        singapore singaporean
        indonesia indonesian | jakarta
        philippines philippine filipino filipinos | manila
        australia australian australians | canberra
        zealand zealander | wellington
        canada canadian canadians | ottawa
        mexico mexican mexicans
        brazil brazilian brazilians | brasilia
        argentina argentine argentinian | buenos
        chile chilean | santiago
        peru peruvian | lima
        colombia colombian | bogota
        venezuela venezuelan | caracas
        cuba cuban cubans | havana
        haiti haitian haitians
        saudi saudis | riyadh
        emirates emirati uae | dhabi
        qatar qatari | doha
        kuwait kuwaiti
        yemen yemeni | sanaa houthi houthis
        jordan jordanian | amman
        morocco moroccan | rabat
        algeria algerian | algiers
        tunisia tunisian | tunis
        nepal nepali | kathmandu
        bangladesh bangladeshi | dhaka
        lanka lankan | colombo
        """;
}
