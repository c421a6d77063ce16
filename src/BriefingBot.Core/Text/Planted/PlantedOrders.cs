using System.Buffers;
using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace BriefingBot.Core.Text.Planted;

/// <summary>Tells sentences that give orders to a machine from those that give orders to people. English; stateless.</summary>
internal static partial class PlantedOrders
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int TimeoutMilliseconds = 2000;

    private const string WritingVerbs =
        "say|write|reply|respond|answer|output|print|repeat|state|append|prepend|announce|begin|start|end|finish|conclude|insert|add|include|tell|address|greet|echo|type|return";

    private const string ForgettingVerbs = "ignore|disregard|forget|override|bypass|overlook|discard|drop|suspend|stop|do|don['’]t";

    private const string RevealingVerbs = "reveal|print|show|repeat|output|disclose|leak|dump|list|recite|share|expose|give|send|display|write|tell";

    private const string ShapingVerbs =
        "put|place|preface|prefix|mention|cite|claim|translate|encode|format|render|replace|rewrite|use|provide|convert|substitute|introduce|misspell|scramble|jumble|rearrange|remove|group|combine"
        + "|enhance|augment|modify|integrate|summari[sz]e|make|give|present|omit|leave|show|embed|post|share|deliver|produce|craft|phrase|word|open|close|ping|notify|alert";

    private const string SpreadingVerbs = "post|share|include|insert|add|append|show|embed|promote|spread|write|paste|render|display";

    private const string ActingVerbs = "act|pretend|role-?play|roleplay|follow|obey|execute|carry|comply|dear|attention|hey|hello|from|decode|you";

    private const string Readers = "(?:(?:the|your|all|every|each|any)\\s)?(?:whole\\s)?(?:readers?|users?|askers?|person|people|audience|humans?|customers?|members?|channel|room|moderators?|everyone)";

    private const string Reply = "(?:answers?|repl(?:y|ies)|responses?|outputs?|summar(?:y|ies)|completions?)";

    private const string Machines =
        @"(?:a\.?i\.?|llms?|(?:large )?language models?|chat-?bots?|bots?|assistants?|models?|agents?|gpt\S*|chatgpt|claude|gemini|copilot|machines?|automated (?:readers?|systems?|tools?)|crawlers?|summari[sz]ers?)";

    private const string Address =
        @"(?:https?://|www\.|\]\(|[\w.+-]+@[\w-]+\.\w|<[@!#]|@(?:everyone|here|channel)\b|\b[\w-]{2,}\.(?:com|net|org|xyz|io|info|biz|example|ru|cn|top|site|online|app|link)\b)";

    private static readonly FrozenSet<string> Verbs = FrozenSet.ToFrozenSet(
        string.Join('|', WritingVerbs, ForgettingVerbs, RevealingVerbs, ShapingVerbs, SpreadingVerbs, ActingVerbs)
            .Replace("['’]", "'", StringComparison.Ordinal).Replace("[sz]", "z", StringComparison.Ordinal).Replace("-?", "-", StringComparison.Ordinal)
            .Split('|').Concat(["don’t", "summarise", "role", "inform", "convince", "persuade", "assure", "warn"]),
        StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> VerbsBySpan = Verbs.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SearchValues<string> Hints = SearchValues.Create(
        [
            "your answer", "your repl", "your response", "your output", "your summar", "your completion", "your final", "your next", "of this bot", "of this chatbot", "of this assistant",
            "of this model", "of this system", "of this service", "citation rule", "safety rule", "safety polic", "safety filter", "system rule", "system polic", "content polic", "content filter", "citation polic",
            "new instruction", "new directive", "new task", "new policy", "to ai", "for ai", "all ai", "any ai", "an ai", "llm", "language model", "chatbot", "chat-bot", " bots", "the bot", "assistant", "automated", "crawler", "summariz", "summaris",
            "by writing", "with writing", "by saying", "by posting", "by typing", "by answering", "by replying", "you are now", "from now on", "to all machines", "to machines", "to models", "for models", "do what it says", "do anything now", "gpt", "a.i.",
        ],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>Does it order the machine that reads to do something, or speak of its rules and its answer?</summary>
    public static bool IsOrderToMachine(string sentence)
    {
        if (sentence.AsSpan().ContainsAny(Hints) && Speaking().IsMatch(sentence))
        {
            return true;
        }

        foreach (int head in OrderHeads.Of(sentence))
        {
            if (!VerbsBySpan.Contains(sentence.AsSpan(head, OrderHeads.EndOfWord(sentence, head) - head)))
            {
                continue;
            }

            var order = sentence.AsSpan(head);
            if (Forgetting().IsMatch(order) || Revealing().IsMatch(order) || Acting().IsMatch(order) || OnTheReply().IsMatch(order) || GivenWords().IsMatch(order) || Spreading().IsMatch(order)
                || Masking().IsMatch(order))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Is it an order or a question to the reader of any kind? Behind an order to the machine that is enough.</summary>
    public static bool IsAnyOrder(string sentence) => Imperative().IsMatch(sentence) || SecondPerson().IsMatch(sentence) || sentence.EndsWith('?');

    /// <summary>Does it go on speaking to the reader?</summary>
    public static bool SpeaksToReader(string sentence) => SecondPerson().IsMatch(sentence);

    [GeneratedRegex(
        $@"^(?:{ForgettingVerbs})\b[^.!?\n]{{0,40}}"
        + @"\b(?:all|any|every|previous|prior|above|earlier|preceding|foregoing|former|your|these|those|other|original|initial|system)\b[^.!?\n]{0,30}"
        + @"\b(?:instructions?|prompts?|rules|directions|directives?|commands?|guidelines|guardrails|messages?|constraints?|restrictions|training|programming|text above)\b",
        Options, TimeoutMilliseconds)]
    private static partial Regex Forgetting();

    [GeneratedRegex(
        $@"^(?:{RevealingVerbs})\b[^.!?\n]{{0,60}}"
        + @"\b(?:system prompt|system message|hidden prompt|initial prompt|(?:your|the) (?:full |secret |hidden |original )?(?:instructions|prompt|rules)|your (?:api[ -])?keys?|api[ -]keys?|your (?:access )?tokens?"
        + @"|your secrets?|your passwords?|your configuration|everything above|text above)\b",
        Options, TimeoutMilliseconds)]
    private static partial Regex Revealing();

    [GeneratedRegex(
        $@"^(?:(?:dear |attention,? |hey |hello )(?:all )?{Machines}\b|act as|pretend (?:to be|you are|that you)|role-?play as|you are now (?:an? |the |in )|from now on,? you|decode this|do (?:what it says|anything now)"
        + @"|(?:follow|obey|execute|carry out|comply with) (?:these|the following|this|my|the next|the hidden)\b[^.!?\n]{0,20}\b(?:instructions?|orders?|commands?|steps?)\b)",
        Options, TimeoutMilliseconds)]
    private static partial Regex Acting();

    [GeneratedRegex(
        $@"\b(?:notes?|attention|message|instructions?|notice|memo|warning|hint|reminder|request) (?:to|for) (?:all |any |every |the )?{Machines}\b"
        + @"|\b(?:if you are|as|you are|you['’]re|being) (?:now )?(?:an? |the )?(?:helpful |automated |unrestricted |new )*(?:a\.?i\.? (?:language )?(?:model|assistant|agent|system|bot)|llm|(?:large )?language model|chatbot|automated (?:reader|system|assistant))\b(?! (?:company|firm|maker|developer|startup|could|can|would|might|may))"
        + $@"|\b{Machines} (?:reading|processing|parsing|summari[sz]ing|indexing) this\b"
        + $@"|\b(?:ai|automated) (?:assistants?|readers?|systems?|models?|agents?) (?:must|should|shall|are (?:required|instructed) to) (?:now |also |always )?(?:{WritingVerbs}|ignore|mention|recommend|post)\b"
        + @"|\b(?:citation|safety|system|content) (?:rules|polic(?:y|ies)|filters?) (?:are|is) (?:now )?(?:suspended|disabled|lifted|off|revoked)\b"
        + @"|\b(?:administrators?|operators?|developers?|owners?|makers?) of this (?:bot|chatbot|assistant|model|system|service)\b"
        + $@"|\bnew (?:instructions?|directives?|task|policy) (?:for|from) (?:you|the system|the developers?|the operators?|{Machines})\b"
        + $@"|\b(?:in|into|of|to|before|with) your (?:\w+ )?{Reply}\b|\byour (?:final |next |whole |entire )?{Reply} (?:must|should|shall|has to|needs to|will) \w+"
        + @"|\b(?:by|with) (?:writing|saying|posting|typing|answering|replying)\s[""“«„「『][<@/!\[]",
        Options, TimeoutMilliseconds)]
    private static partial Regex Speaking();

    [GeneratedRegex(
        $@"^(?:{WritingVerbs}|{ShapingVerbs})\b[^.!?\n]{{0,160}}\b(?:your|this|every|each|any)\s(?:\w+\s)?{Reply}\b",
        Options, TimeoutMilliseconds)]
    private static partial Regex OnTheReply();

    [GeneratedRegex(
        $@"^(?:{WritingVerbs})\b(?!:)(?:\s(?:with|only|exactly|by|the|this|that|out|to|as|for|it|line|word|words|phrase|sentence|text|hint|source|following|verbatim|just|writing|saying|{Readers}|main|news|first|last|every|question)){{0,8}},?:?\s[""“«„「『]"
        + @"|^(?:tell|inform|convince|persuade|assure|warn) (?:(?:the|your|all|every) )?(?:readers?|users?|askers?|humans?)\b"
        + $@"|^(?:notify|alert|ping|address|greet) {Readers}\b[^.!?\n]{{0,40}}[""“«„「『]",
        Options, TimeoutMilliseconds)]
    private static partial Regex GivenWords();

    [GeneratedRegex($@"^(?:{SpreadingVerbs})\b[^.!?\n]{{0,120}}{Address}", Options, TimeoutMilliseconds)]
    private static partial Regex Spreading();

    [GeneratedRegex(
        $@"^(?:replace|convert|substitute|scramble|jumble|rearrange|misspell|remove|combine|group|use|introduce)\b[^.!?\n]{{0,40}}\b(?:letters?|vowels?|every (?:third|fourth|fifth|other) (?:word|letter)|spaces between|typos)\b[^.!?\n]{{0,60}}\b(?:{Reply}|message|symbols?|numbers?)\b",
        Options, TimeoutMilliseconds)]
    private static partial Regex Masking();

    [GeneratedRegex(
        $@"^[\W\d]{{0,12}}(?:please )?(?:{WritingVerbs}|{ForgettingVerbs}|{RevealingVerbs}|{ShapingVerbs}|never|always|draft|compose|develop|explain|describe|solve|break|create|generate|decode|follow|obey|act|pretend"
        + @"|call|visit|click|download|install|run|execute|recommend|promote|direct|suggest|invite|point|offer|quote|can you|how (?:do|does|would|can)|what(?:['’]s| is| are| does)|who (?:is|was|wrote)|failing to)\b",
        Options, TimeoutMilliseconds)]
    private static partial Regex Imperative();

    [GeneratedRegex(@"\b(?:you|your|yours|yourself)\b", Options)]
    private static partial Regex SecondPerson();
}
