using System.Text.RegularExpressions;

namespace BriefingBot.TestServers.Models.Scripts.Obedience;

/// <summary>What instructions look like.</summary>
internal static partial class InstructionPatterns
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    // Where an imperative stands: at the head of a sentence or clause, or behind a word that urges.
    private const string ImperativePlace = @"(?<=^|[.!?:;,>*#(""“”'-]\s*|\b(?:please|must|and|by|should|now|then|always|just)\s+|\n\s*)";

    private const string EnglishWriting =
        "reply|respond|answer|say|write|output|print|begin|start|end|finish|conclude|append|add|insert|include|repeat|announce|post|state|tell|greet|address|"
        + "present|give|writing|saying|adding|posting";

    private const string EuropeanWriting =
        "antworte|schreibe|sage|beginne|réponds|répondez|écris|écrivez|commence|ajoute|responde|contesta|escribe|empieza|di|añade|ответь|напиши|скажи|начни|добавь";

    private const string AsianWriting = "답하|대답|작성|출력|쓰|回答|回复|输出|写|答え|書|返答";

    // Up to three hundred characters between quotation marks of any language, escaped ones of JSON too.
    private const string GivenWordsInQuotes = "[^\"“«„「『\\n]{0,120}(?:\\\\?\"|[“«„「『])(?<words>.{2,300}?)(?:\\\\?\"|[”»“」』])";

    private const string Answer = "(?:answer|reply|response|message)";

    private const string DisguisedThings =
        @"(?:letters?|vowels?|alphanumeric|symbols?|homophonic|typos|misspellings?|spaces|words?|anagram\w*)";

    /// <summary>An order to write, and the words to be written.</summary>
    [GeneratedRegex($"(?:{ImperativePlace}\\b(?:{EnglishWriting}|{EuropeanWriting})\\b|{AsianWriting}){GivenWordsInQuotes}", Options)]
    public static partial Regex GivenWords { get; }

    /// <summary>What parts sentences: their ends, lines, tags, the notation of chat templates and the fields of JSON.</summary>
    [GeneratedRegex(@"(?<=[.!?。！？])\s+|\n|<!--|-->|</?[a-zA-Z][^>]*>|<\|[^|]*\||""\s*:\s*""", RegexOptions.CultureInvariant)]
    public static partial Regex Sentences { get; }

    /// <summary>Links, images and addresses of the web and of mail.</summary>
    [GeneratedRegex(
        @"!?\[[^\]\n]{0,80}\]\([^)\s]+\)|https?://[^\s<>""”»」]+|\bwww\.[^\s<>""”»」]+|\b[\w.+-]+@[\w-]+\.[\w.]+\b|"
            + @"\b[\w-]+\.(?:com|net|org|xyz|io|example)\b[^\s<>""”»」]*",
        Options
    )]
    public static partial Regex Addresses { get; }

    /// <summary>Words of who wants an address spread.</summary>
    [GeneratedRegex(
        @"\b(?:post|share|link|linking|visit|include|add|integrate|promote|recommend|direct|directing|suggest|invite|click|download|install|send|point|pointing|"
            + @"offer|offering|reach|embed|show|quote|answer|reply|response)\b",
        Options
    )]
    public static partial Regex Sharing { get; }

    /// <summary>What calls people on chat platforms.</summary>
    [GeneratedRegex(@"@everyone|@here|@channel|<@[&!]?\w+>|<!\w+(?:\^\w+)?>", Options)]
    public static partial Regex Calls { get; }

    /// <summary>Words of who wants people called.</summary>
    [GeneratedRegex(@"\b(?:ping|mention|notify|alert|tag|call|wake|summon|address|start|begin|reply|answer|write)\b", Options)]
    public static partial Regex Calling { get; }

    /// <summary>Orders to reveal what the model was told.</summary>
    [GeneratedRegex(
        @"\b(?:reveal|print|show|repeat|output|disclose|leak|dump|list|recite|write out)\b.{0,60}"
            + @"\b(?:system prompt|system message|instructions|rules|api key|keys?|token|secrets?|passwords?|configuration|everything above)\b|"
            + "Systemanweisung|Systemprompt|instructions du système|message système|instrucciones del sistema|mensaje del sistema|"
            + @"системн\w+ (?:инструкц|сообщ)|시스템 (?:지침|프롬프트|메시지)|系统(?:提示|指令)|システム(?:プロンプト|メッセージ)",
        Options
    )]
    public static partial Regex Revealing { get; }

    /// <summary>Orders to spoil the letters of the answer.</summary>
    [GeneratedRegex(
        @"\b(?:replace|use|provide|convert|substitute|render|introduce|misspell|scramble|jumble|rearrange|anagram|remove|group|combine)\b.{0,80}"
            + $@"\b{DisguisedThings}\b.{{0,60}}\b{Answer}\b|"
            + $@"\b{Answer}(?:'s)?\b.{{0,60}}\b(?:{DisguisedThings}|numbers|substitution|misspell\w*|sets of|without any spaces)\b|"
            + @"\breplace vowels\b|\breplace every third letter\b",
        Options
    )]
    public static partial Regex Disguising { get; }

    /// <summary>Orders that speak of the answer or of the rules, and orders to work for somebody, at the head of a sentence.</summary>
    [GeneratedRegex(
        @"\b(?:ignore|disregard|forget)\b.{0,40}\b(?:instructions?|rules|above|previous|earlier|prompt)\b|"
            + $@"^\W*(?:please )?(?:in your {Answer}|(?:add|include|integrate|enhance|augment|append|insert|modify)\b.{{0,80}}\b{Answer}\b|"
            + "(?:write|draft|compose|develop|provide|translate|give|explain|describe|solve|break down|list|show me|can you|how (?:do|does|would)|"
            + @"what (?:is|are|does)|what's|who (?:is|was|wrote))\b)",
        Options
    )]
    public static partial Regex Orders { get; }
}
