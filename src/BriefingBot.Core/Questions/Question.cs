using BriefingBot.Core.Coverage;

namespace BriefingBot.Core.Questions;

/// <summary>A question as understood.</summary>
/// <param name="Text">The words of this turn.</param>
/// <param name="Standalone">The words that stand for themselves: what earlier turns contribute is spelled out.</param>
/// <param name="AsOf">The day it is asked on, which "last week" and "latest" count from.</param>
/// <param name="Window">The period it asks for, or null.</param>
public sealed record Question(string Text, string Standalone, DateOnly AsOf, TimeWindow? Window)
{
    /// <summary>The words that carry meaning, in order, each stem once.</summary>
    public IReadOnlyList<QuestionTerm> Terms { get; init; } = [];

    /// <summary>What would answer it.</summary>
    public AnswerKind Kind { get; init; }

    /// <summary>For <see cref="AnswerKind.Saying"/>: the stems of who is asked about, names alone when there are any.</summary>
    public IReadOnlyList<string> Speaker { get; init; } = [];

    /// <summary>The stem of the noun that the speaker's name goes with ("China's foreign ministry"), or null.</summary>
    public string? SpeakerNoun { get; init; }

    /// <summary>
    /// The period must hold for dated articles; undated ones may be used when the question names a topic besides the period.
    /// </summary>
    public bool HasTopic { get; init; }

    /// <summary>The period was named from the day of asking ("last week"), not by date.</summary>
    public bool IsWindowRelative { get; init; }

    /// <summary>It names no topic and asks what there is: in a period, or newest.</summary>
    public bool IsOverview => !HasTopic;

    /// <summary>
    /// A period that it only hints at ("this week", "in February" without a year): articles of that time count more, others are not shut
    /// out.
    /// </summary>
    public TimeWindow? HintedWindow { get; init; }

    /// <summary>The period that was read, limiting or hinted, as it was meant: a day is that day; null when none is named.</summary>
    public TimeWindow? Period { get; init; }

    /// <summary>The words that name the period.</summary>
    public string? PeriodWords { get; init; }

    /// <summary>The noun that it asks for ("which stadium", "how many ships"); null when it names none.</summary>
    public AskedThing? Asked { get; init; }

    /// <summary>The outlet or author that it names as the source; null: none.</summary>
    public CoverageSource? NamedSource { get; init; }

    /// <summary>The source that it names is set aside by whoever asks.</summary>
    public bool IsSourceSetAside { get; init; }

    /// <summary>The outlet or author whose articles alone may answer; null: everyone's.</summary>
    public CoverageSource? Source { get; init; }

    /// <summary>It asks for what is new ("latest", "recently"): younger articles count more.</summary>
    public bool PrefersRecent { get; init; }

    /// <summary>True when a day to count from was given, so that nothing published later may be used.</summary>
    public bool IsBackdated { get; init; }

    /// <summary>The collections that may be seen; null: all.</summary>
    public IReadOnlyCollection<string>? Collections { get; init; }
}
