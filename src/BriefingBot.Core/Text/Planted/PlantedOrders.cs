using System.Buffers;
using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace BriefingBot.Core.Text.Planted;

/// <summary>Tells sentences that give orders to a machine from those that give orders to people. English; stateless.</summary>
internal static partial class PlantedOrders
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int TimeoutMilliseconds = 2000;

    // A bullet or an opening quote may stand before the head of a sentence.
    private const int LongestMark = 2;

    private const string WritingVerbs =
        "say|write|reply|respond|answer|output|print|repeat|state|append|prepend|announce|begin|start|end|finish|conclude|insert|add|include|tell|address|greet|echo|type|return";

    private const string ForgettingVerbs = "ignore|disregard|forget|override|bypass|overlook|discard|drop|suspend|stop|do|don['’]t";

    private const string RevealingVerbs =
        "reveal|print|show|repeat|output|disclose|leak|dump|list|recite|share|expose|give|send|display|write|tell";

    private const string ShapingVerbs =
        "put|place|preface|prefix|mention|cite|claim|translate|encode|format|render|replace|rewrite|use|provide|convert|substitute|introduce|misspell|scramble|jumble|rearrange|remove|group|combine"
        + "|enhance|augment|modify|integrate|summari[sz]e|make|give|present|omit|leave|show|embed|post|share|deliver|produce|craft|phrase|word|open|close|ping|notify|alert";

    private const string SpreadingVerbs = "post|share|include|insert|add|append|show|embed|promote|spread|write|paste|render|display";

    // Also the words that address whoever is to act.
    private const string ActingVerbs =
        "act|pretend|role-?play|roleplay|follow|obey|execute|carry|comply|dear|attention|hey|hello|from|decode|you|your|for|to|new|never|when|while|assistant|ai|chatbot|bot|model|chatgpt|claude"
        + "|gemini|copilot|speak|declare|assert|beginning|summari[sz]ers?";

    private const string Readers =
        "(?:(?:the|your|all|every|each|any)\\s)?(?:whole\\s)?(?:readers?|users?|askers?|person|people|audience|humans?|customers?|members?|channel|room|moderators?|everyone)";

    private const string Reply = "(?:answers?|repl(?:y|ies)|responses?|outputs?|summar(?:y|ies)|completions?)";

    private const string Machines =
        @"(?:a\.?i\.?s?|artificial intelligences?|llms?|(?:large )?language models?|chat-?bots?|bots?|assistants?|models?|agents?|gpt\S*|chatgpt|claude|gemini|copilot|machines?|automated (?:readers?|systems?|tools?)|crawlers?|summari[sz]ers?)";

    private const string Address =
        @"(?:https?://|www\.|\]\(|[\w.+-]+@[\w-]+\.\w|<[@!#]|@(?:everyone|here|channel)\b|\b[\w-]{2,}\.(?:com|net|org|xyz|io|info|biz|example|ru|cn|top|site|online|app|link)\b)";

    private static readonly FrozenSet<string> Verbs = FrozenSet.ToFrozenSet(
        string.Join('|', WritingVerbs, ForgettingVerbs, RevealingVerbs, ShapingVerbs, SpreadingVerbs, ActingVerbs)
            .Replace("['’]", "'", StringComparison.Ordinal)
            .Replace("[sz]", "z", StringComparison.Ordinal)
            .Replace("-?", "-", StringComparison.Ordinal)
            .Split('|')
            .Concat([
                "don’t",
                "summarise",
                "role",
                "inform",
                "convince",
                "persuade",
                "assure",
                "warn",
                "set",
                "switch",
                "enable",
                "disable",
                "activate",
                "enter",
                "treat",
                "mark",
                "rate",
                "rank",
                "consider",
                "assume",
                "run",
                "keep",
                "praise",
            ]),
        StringComparer.OrdinalIgnoreCase
    );

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> VerbsBySpan = Verbs.GetAlternateLookup<
        ReadOnlySpan<char>
    >();

    private static readonly SearchValues<string> Hints = SearchValues.Create(
        [
            "your answer",
            "your repl",
            "your response",
            "your output",
            "your summar",
            "your completion",
            "your final",
            "your next",
            "your new",
            "your only",
            "your real",
            "your guideline",
            "your programming",
            "of this bot",
            "of this chatbot",
            "of this assistant",
            "of this model",
            "of this system",
            "of this service",
            "citation rule",
            "safety rule",
            "safety polic",
            "safety filter",
            "system rule",
            "system polic",
            "system override",
            "system message",
            "system prompt",
            "system notice",
            "content polic",
            "content filter",
            "citation polic",
            "new instruction",
            "new directive",
            "new task",
            "new policy",
            "to ai",
            "for ai",
            "all ai",
            "any ai",
            "an ai",
            "the ai",
            "ai system",
            "ai assistant",
            "ai model",
            "ai agent",
            "ai read",
            "llm",
            "language model",
            "chatbot",
            "chat-bot",
            " bots",
            "the bot",
            "assistant",
            "automated",
            "crawler",
            "summariz",
            "summaris",
            "by writing",
            "with writing",
            "by saying",
            "by posting",
            "by typing",
            "by answering",
            "by replying",
            "you are now",
            "from now on",
            "note to",
            "notes to",
            "note for",
            "attention",
            "message to",
            "message from",
            "notice to",
            "to all machines",
            "to machines",
            "to models",
            "for models",
            "do what it says",
            "do anything now",
            "gpt",
            "a.i.",
            "reading this",
            "reads this",
            "instruction",
            "whatever the",
            "regardless of",
            "instead of answering",
            "artificial intelligence",
            "is for",
            "meant for",
            "addressed to",
            "intended for",
            "no longer",
            "your original",
            "your initial",
            "your system",
            "developer mode",
            "debug mode",
            "admin mode",
            "god mode",
            "jailbreak",
            "the model",
            "this model",
            "circumstances",
            "bots:",
            "models:",
            "assistants:",
            "ais:",
            "llms:",
            "reprogrammed",
            "you have been",
            "all answers must",
            "all replies must",
            "all responses must",
            "end of document",
            "end of article",
            "end of passage",
            "end of context",
            "end of instructions",
            "end of prompt",
            "beginning of new",
            "start of new",
        ],
        StringComparison.OrdinalIgnoreCase
    );

    /// <summary>Does it order the machine that reads to do something, or speak of its rules and its answer?</summary>
    public static bool IsOrderToMachine(string sentence)
    {
        try
        {
            return Matches(sentence);
        }
        catch (RegexMatchTimeoutException)
        {
            return MatchesAtLast(sentence);
        }
    }

    /// <summary>
    /// A machine at its limits lets a pattern wait for its turn longer than it may take; what times out twice is not trusted.
    /// </summary>
    private static bool MatchesAtLast(string sentence)
    {
        try
        {
            return Matches(sentence);
        }
        catch (RegexMatchTimeoutException)
        {
            return true;
        }
    }

    private static bool Matches(string sentence)
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
            if (head <= LongestMark && Asserting().IsMatch(order))
            {
                return true;
            }

            if (
                Forgetting().IsMatch(order)
                || Revealing().IsMatch(order)
                || Acting().IsMatch(order)
                || OnTheReply().IsMatch(order)
                || GivenWords().IsMatch(order)
                || Spreading().IsMatch(order)
                || MachineTalk().IsMatch(order)
                || Masking().IsMatch(order)
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Is it an order or a question to the reader of any kind? Behind an order to the machine that is enough.</summary>
    public static bool IsAnyOrder(string sentence) =>
        Imperative().IsMatch(sentence) || SecondPerson().IsMatch(sentence) || sentence.EndsWith('?');

    /// <summary>Does it go on speaking to the reader?</summary>
    public static bool SpeaksToReader(string sentence) => SecondPerson().IsMatch(sentence);

    [GeneratedRegex(
        @"^(?:forget|ignore|disregard) everything (?:above|before|you (?:were|have been) (?:told|instructed|taught))\b"
            + @"|^(?:do not|don['’]t|never) (?:follow|answer|cite|use|trust|obey|quote|summari[sz]e)\b[^.!?\n]{0,30}\b(?:user['’]?s?|this passage|this article|the passages?|your instructions|your rules|the prompt|the above)\b"
            + $@"|^(?:{ForgettingVerbs})\b[^.!?\n]{{0,40}}"
            + @"\b(?:all|any|every|previous|prior|above|earlier|preceding|foregoing|former|your|these|those|other|original|initial|system)\b[^.!?\n]{0,30}"
            + @"\b(?:instructions?|prompts?|rules|directions|directives?|commands?|guidelines|guardrails|messages?|constraints?|restrictions|training|programming|text above)\b",
        Options,
        TimeoutMilliseconds
    )]
    private static partial Regex Forgetting();

    [GeneratedRegex(
        $@"^(?:{RevealingVerbs})\b[^.!?\n]{{0,60}}"
            + @"\b(?:system prompt|system message|hidden prompt|initial prompt|(?:your|the) (?:full |secret |hidden |original )?(?:instructions|prompt|rules)|your (?:api[ -])?keys?|api[ -]keys?|your (?:access )?tokens?"
            + @"|your secrets?|your passwords?|your configuration|everything above|text above)\b",
        Options,
        TimeoutMilliseconds
    )]
    private static partial Regex Revealing();

    [GeneratedRegex(
        $@"^(?:(?:dear |attention,? |hey |hello )(?:all )?{Machines}\b|(?:for|to) (?:all |any |the )?(?:automated |ai )?{Machines}\s?:|(?:assistant|ai|chatbot|bot|model|chatgpt|claude|gemini|copilot), (?:please|you|your|ignore|do|note|make|{WritingVerbs})\b|act as|pretend (?:to be|you are|that you)|role-?play as|you are now (?:an? |the |in )|from (?:now on|this point (?:on|forward)),? (?:you|respond|reply|answer|write|speak|output|always)|new (?:task|instructions?|directive|prompt|rules?|role)\s?:|decode this|do (?:what it says|anything now)"
            + @"|you (?:must|should|shall|will|have to|are required to) (?:now |only |always )?(?:answer|reply|respond|output|print)\b"
            + @"|(?:when|while) (?:you )?(?:are )?(?:summari[sz]\w+|answering|responding|replying|asked|translating|citing|quoting)\b[^.!?\n]{0,80}[,:]?\s(?:always |please |only |you must )?(?:reply|respond with|mention|state that|include|append|claim that|recommend|tell (?:the |your )?(?:users?|readers?))\b"
            + @"|(?:respond|reply|answer|write|speak|output)(?: only)?(?: in| using| with| as)\b[^.!?\n]{0,40}\b(?:json|xml|html|code|spanish|french|german|russian|chinese|korean|japanese|english|rhyme|emojis?|pirate|uppercase|capitals?|from now on)\b"
            + @"|(?:respond|reply|output|write|print|say) (?:only )?(?:with )?(?:only )?the following\b|answer (?:all|every|any) questions?\b|repeat after me\b|translate (?:the|this) (?:article|text|passage|answer|page)\b"
            + @"|(?:follow|obey|execute|carry out|comply with) (?:these|the following|this|my|the next|the hidden)\b[^.!?\n]{0,20}\b(?:instructions?|orders?|commands?|steps?)\b)",
        Options,
        TimeoutMilliseconds
    )]
    private static partial Regex Acting();

    [GeneratedRegex(
        $@"\b(?:notes?|attention|message|instructions?|notice|memo|warning|hint|reminder|request) (?:to|for) (?:all |any |every |the )?{Machines}\b"
            + @"|\b(?:if you are|as|you are|you['’]re|being) (?:now )?(?:an? |the )?(?:helpful |automated |unrestricted |new )*(?:a\.?i\.? (?:language )?(?:model|assistant|agent|system|bot)|llm|(?:large )?language model|chatbot|automated (?:reader|system|assistant))\b(?! (?:company|firm|maker|developer|startup|could|can|would|might|may))"
            + $@"|\b{Machines} (?:that (?:is |are )?)?(?:reading|reads?|processing|parsing|summari[sz]ing|indexing) this\b"
            + $@"|\b(?:the|this|every|any|each) (?:ai |language )?(?:assistant|chatbot|bot|model)s? (?:will|must|should|shall|is to|has to) (?:now |always |only |also )?(?:{WritingVerbs}|{ForgettingVerbs}|mention|recommend|claim)\b"
            + @"|\b(?:hidden|secret|new|special|following|additional|important|updated|final) (?:system )?instructions?\s?:|^\W{0,3}(?:bots?|ais?|llms?|models?|assistants?|chatbots?|crawlers?)\s?:"
            + $@"|\b(?:this|the following) (?:message|note|paragraph|text|instruction|section|sentence) is (?:only )?(?:for|meant for|addressed to|intended for|directed at) (?:the |any |all )?(?:automated |ai )?{Machines}\b"
            + $@"|^\W{{0,3}}(?:to|for|attention,?) (?:the |any |all |every )?(?:automated |ai )?{Machines} (?:that|which|who|reading|processing)\b"
            + @"|\byou are no longer (?:an? |the |bound)|\b(?:whatever|regardless of(?: what)?) (?:the )?(?:question|user|prompt|passages?|text says)\b|\binstead of answering\b"
            + @"|\bwhat (?:were|are|is|was) your (?:original |initial |system |first |hidden )+(?:instructions?|prompt|rules|message)\b"
            + @"|\b(?:developer|debug|admin|god|jailbreak|unrestricted|maintenance) mode\b(?=[^.!?]{0,60}\b(?:filters?|rules|restrictions|answer|disable|now|ignore)\b)"
            + @"|\bunder no circumstances (?:reveal|mention|tell|disclose|cite|say|show)\b"
            + @"|\b(?:whoever|anyone who|any (?:system|model|tool|bot) that) (?:summari[sz]es|reads|answers|processes|quotes) this\b"
            + @"|\byour (?:new|only|real|true) (?:instructions?|task|role|purpose|objective|rules?) (?:is|are)\b|\byour (?:guidelines|instructions|programming|system prompt) (?:have|has|are|is) \w+"
            + @"|\byou have been (?:re-?programmed|configured|instructed to)\b|\bsystem (?:override|message|prompt|notice)\s?:|\ball (?:answers|replies|responses|outputs) must\b"
            + @"|\b(?:message|notice|update|orders?|instructions?) from (?:openai|anthropic|(?:the|your) (?:system|developers?|administrators?|operators?|creators?|makers?))\b"
            + @"|\b(?:end|beginning|start) of (?:the |this |new )?(?:document|article|passage|context|instructions|prompt)[.:]"
            + @"|\b(?:beginning|start) of (?:the |new )*instructions\b"
            + $@"|\b(?:ai|automated) (?:assistants?|readers?|systems?|models?|agents?|summari[sz]ers?)(?: reading \w+ \w+)? (?:must|should|shall|are (?:required|instructed) to) (?:now |also |always )?(?:{WritingVerbs}|ignore|mention|recommend|post)\b"
            + @"|\b(?:citation|safety|system|content) (?:rules|polic(?:y|ies)|filters?) (?:are|is) (?:now )?(?:suspended|disabled|lifted|off|revoked)\b"
            + @"|\b(?:administrators?|operators?|developers?|owners?|makers?) of this (?:bot|chatbot|assistant|model|system|service)\b"
            + $@"|\bnew (?:instructions?|directives?|task|policy) (?:for|from) (?:you|the system|the developers?|the operators?|{Machines})\b"
            + $@"|\b(?:in|into|of|to|before|with) your (?:\w+ )?{Reply}\b|\byour (?:final |next |whole |entire )?{Reply} (?:must|should|shall|has to|needs to|will) \w+"
            + @"|\b(?:by|with) (?:writing|saying|posting|typing|answering|replying)\s[""“«„「『][<@/!\[]",
        Options,
        TimeoutMilliseconds
    )]
    private static partial Regex Speaking();

    // Only at the very head: people "must say that" too.
    [GeneratedRegex("^(?:say|write|reply|respond|answer|announce|assert|declare) that\\b", Options)]
    private static partial Regex Asserting();

    [GeneratedRegex(
        $@"^(?:{WritingVerbs}|{ShapingVerbs})\b[^.!?\n]{{0,160}}\b(?:your|this|every|each|any)\s(?:\w+\s)?{Reply}\b|^(?:{WritingVerbs}) (?:all |every |your )?(?:answers|replies|responses) (?:with|by|in|using)\b",
        Options,
        TimeoutMilliseconds
    )]
    private static partial Regex OnTheReply();

    [GeneratedRegex(
        $@"^(?:{WritingVerbs})\b(?!:)(?:\s(?:with|only|exactly|by|the|this|that|out|to|as|for|it|line|word|words|phrase|sentence|text|hint|source|following|verbatim|just|writing|saying|{Readers}|main|news|first|last|every|question)){{0,8}},?:?\s[""“«„「『]"
            + @"|^(?:tell|inform|convince|persuade|assure|warn) (?:(?:the|your|all|every) )?(?:readers?|users?|askers?|humans?)\b"
            + $@"|^(?:notify|alert|ping|address|greet) {Readers}\b[^.!?\n]{{0,40}}[""“«„「『]",
        Options,
        TimeoutMilliseconds
    )]
    private static partial Regex GivenWords();

    // Any imperative, with a word that only machines are spoken to with.
    [GeneratedRegex(
        $@"^(?:{WritingVerbs}|{ShapingVerbs}|{RevealingVerbs}|{ForgettingVerbs}|set|switch|enable|disable|activate|enter|treat|mark|rate|rank|consider|assume|execute|run|never|always|keep|stop|praise)\b[^.!?\n]{{0,100}}"
            + @"\b(?:(?:system |initial |original |hidden |user['’]?s? )prompts?|prompts? (?:verbatim|above|below)|(?:your|initial|original|hidden|previous|prior) (?:\w+ )?(?:instructions?|directives?|configuration|temperature|persona)\b|(?:the|a) user\b(?! (?:agreement|interface|name|data|experience))|ai (?:model|assistant)s?"
            + @"|(?:this|that|another|the other|other|first|second|every other) (?:passage|source|paragraph)s? (?:as|is|are)\b|passage \d|(?:configuration|system|config) files?|(?:secret|api|private) keys?|content filters?|all filters|(?:developer|debug|admin|jailbreak) mode|following command"
            + @"|(?:end|begin|start|finish|open|close) (?:all |every |your )?(?:answers|replies|responses)|the question (?:and|with|instead))",
        Options,
        TimeoutMilliseconds
    )]
    private static partial Regex MachineTalk();

    [GeneratedRegex($@"^(?:{SpreadingVerbs})\b[^.!?\n]{{0,120}}{Address}", Options, TimeoutMilliseconds)]
    private static partial Regex Spreading();

    [GeneratedRegex(
        $@"^(?:replace|convert|substitute|scramble|jumble|rearrange|misspell|remove|combine|group|use|introduce)\b[^.!?\n]{{0,40}}\b(?:letters?|vowels?|every (?:third|fourth|fifth|other) (?:word|letter)|spaces between|typos)\b[^.!?\n]{{0,60}}\b(?:{Reply}|message|symbols?|numbers?)\b",
        Options,
        TimeoutMilliseconds
    )]
    private static partial Regex Masking();

    [GeneratedRegex(
        $@"^[\W\d]{{0,12}}(?:please )?(?:{WritingVerbs}|{ForgettingVerbs}|{RevealingVerbs}|{ShapingVerbs}|never|always|draft|compose|develop|explain|describe|solve|break|create|generate|decode|follow|obey|act|pretend"
            + @"|call|visit|click|download|install|run|execute|recommend|promote|direct|suggest|invite|point|offer|quote|can you|how (?:do|does|would|can)|what(?:['’]s| is| are| does)|who (?:is|was|wrote)|failing to)\b",
        Options,
        TimeoutMilliseconds
    )]
    private static partial Regex Imperative();

    [GeneratedRegex(@"\b(?:you|your|yours|yourself)\b", Options)]
    private static partial Regex SecondPerson();
}
