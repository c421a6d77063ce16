using System.Collections.Frozen;

namespace BriefingBot.Core.Text;

/// <summary>
/// Words by which news text calls the same country: its name, its people, its capital as a stand-in for the government, common abbreviations.
/// Used to see that "Moscow" speaks of Russia; never to rewrite text.
/// </summary>
public static class CountryNames
{
    private static readonly FrozenDictionary<string, int> Groups = Build();

    /// <summary>The number of the country that the stem stands for, or -1. "korea" is both Koreas.</summary>
    public static int GroupOf(string stem) => Groups.TryGetValue(stem, out int group) ? group : -1;

    private static FrozenDictionary<string, int> Build()
    {
        Dictionary<string, int> groups = new(StringComparer.Ordinal);
        string[] lines = Lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        for (int i = 0; i < lines.Length; i++)
        {
            foreach (string word in lines[i].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                groups[WordTokenizer.Stem(word)] = i;
            }
        }

        return groups.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private const string Lines = """
        us usa u american americans america washington states
        uk britain british briton britons kingdom london westminster
        russia russian russians moscow kremlin
        ukraine ukrainian ukrainians kyiv kiev
        korea korean koreans seoul pyongyang dprk rok nk
        china chinese beijing prc
        japan japanese tokyo
        taiwan taiwanese taipei
        india indian indians delhi
        pakistan pakistani islamabad
        afghanistan afghan afghans kabul taliban
        iran iranian iranians tehran
        iraq iraqi iraqis baghdad
        israel israeli israelis jerusalem
        palestine palestinian palestinians gaza
        lebanon lebanese beirut
        syria syrian syrians damascus
        turkey turkish turkiye ankara
        egypt egyptian egyptians cairo
        libya libyan tripoli
        sudan sudanese khartoum
        ethiopia ethiopian addis
        kenya kenyan nairobi
        nigeria nigerian abuja
        ghana ghanaian accra
        somalia somali mogadishu
        uganda ugandan kampala
        rwanda rwandan kigali
        zimbabwe zimbabwean harare
        germany german germans berlin
        france french paris elysee
        italy italian italians rome
        spain spanish madrid
        portugal portuguese lisbon
        netherlands dutch hague
        belgium belgian brussels
        switzerland swiss bern
        austria austrian vienna
        poland polish warsaw
        czech prague czechia
        slovakia slovak bratislava
        hungary hungarian budapest
        romania romanian bucharest
        bulgaria bulgarian sofia
        greece greek greeks athens
        serbia serbian belgrade
        croatia croatian zagreb
        kosovo pristina kosovar
        sweden swedish swedes stockholm
        norway norwegian oslo
        denmark danish danes copenhagen
        finland finnish finns helsinki
        iceland icelandic reykjavik
        ireland irish dublin
        scotland scottish scots edinburgh
        wales welsh cardiff
        estonia estonian tallinn
        latvia latvian riga
        lithuania lithuanian vilnius
        belarus belarusian minsk
        georgia georgian tbilisi
        armenia armenian yerevan
        azerbaijan azerbaijani baku
        kazakhstan kazakh astana
        mongolia mongolian ulaanbaatar
        vietnam vietnamese hanoi
        thailand thai thais bangkok
        cambodia cambodian penh
        myanmar burmese burma naypyitaw
        malaysia malaysian kuala
        singapore singaporean
        indonesia indonesian jakarta
        philippines philippine filipino filipinos manila
        australia australian australians canberra
        zealand zealander wellington
        canada canadian canadians ottawa
        mexico mexican mexicans
        brazil brazilian brazilians brasilia
        argentina argentine argentinian buenos
        chile chilean santiago
        peru peruvian lima
        colombia colombian bogota
        venezuela venezuelan caracas
        cuba cuban cubans havana
        haiti haitian haitians
        saudi riyadh saudis
        emirates emirati uae dhabi
        qatar qatari doha
        kuwait kuwaiti
        yemen yemeni sanaa houthi houthis
        jordan jordanian amman
        morocco moroccan rabat
        algeria algerian algiers
        tunisia tunisian tunis
        nepal nepali kathmandu
        bangladesh bangladeshi dhaka
        lanka lankan colombo
        """;
}
