using BriefingBot.Core.Answering;

namespace BriefingBot.Core.Conversations;

/// <summary>What a person asked, as a front end hands it over.</summary>
/// <param name="Text">The words, the bot's mention already stripped.</param>
public sealed record IncomingMessage(string Text)
{
    /// <summary>The earlier questions of the conversation, oldest first.</summary>
    public IReadOnlyList<string> History { get; init; } = [];

    /// <summary>What was answered to the last of them; null: not known, it is looked up again where this question leans on it.</summary>
    public string? EarlierAnswer { get; init; }

    /// <summary>Answer as if asked on this day, from what was published until then; null: today, everything.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>
    /// The period that it names ("this week") is set aside: the answer may be of any time. What asks for a list, a count or an overview
    /// keeps its period.
    /// </summary>
    public bool AnyTime { get; init; }

    /// <summary>The outlet or author that it names ("according to Reuters") is set aside: anyone's reports may answer.</summary>
    public bool AnySource { get; init; }

    /// <summary>The collections that the place of asking may see; null: all.</summary>
    public IReadOnlyCollection<string>? Collections { get; init; }

    /// <summary>Who shall write the answer.</summary>
    public ComposerChoice Composer { get; init; }

    /// <summary>
    /// Who asks, in the words of the front that hands the message over (<c>slack:T1:U2</c>): whose share of model answers it is taken from.
    /// Null: nobody in particular.
    /// </summary>
    public string? Asker { get; init; }

    /// <summary>Asked where nobody else reads it: a gap is counted, its words are not kept for others to see.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>Keep the question in the gaps list when the coverage does not answer it; measurements turn it off.</summary>
    public bool KeepsGaps { get; init; } = true;
}
