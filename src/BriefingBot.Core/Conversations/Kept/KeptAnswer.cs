using BriefingBot.Core.Answering;
using BriefingBot.Core.Coverage;

namespace BriefingBot.Core.Conversations.Kept;

/// <summary>An answer as it was given, for a link that shows it again. Nothing outside Core makes or changes one but a store.</summary>
public sealed record KeptAnswer
{
    internal KeptAnswer() { }

    /// <summary>Its name in the link.</summary>
    public required KeptAnswerId Id { get; init; }

    /// <summary>The question as asked.</summary>
    public required string Question { get; init; }

    /// <summary>The question as understood, with what earlier turns contribute.</summary>
    public required string Standalone { get; init; }

    /// <summary>When it was given.</summary>
    public required DateTimeOffset Answered { get; init; }

    /// <summary>The day that it speaks for.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Who wrote the draft.</summary>
    public required ComposerKind Composer { get; init; }

    /// <summary>What was said before the sentences in the bot's own words; null: nothing.</summary>
    public string? Statement { get; init; }

    /// <summary>The sentences in reading order; none when the coverage did not say.</summary>
    public required IReadOnlyList<VerifiedSentence> Sentences { get; init; }

    /// <summary>Their citations in the order of their numbers, with the articles as they were then.</summary>
    public required IReadOnlyList<Citation> Citations { get; init; }

    /// <summary>What was said of how the question was read.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Where its sentences differ, in words.</summary>
    public required IReadOnlyList<string> Disagreements { get; init; }

    /// <summary>The articles that were offered when the coverage did not say.</summary>
    public required IReadOnlyList<ArticleHeader> Nearest { get; init; }

    /// <summary>How many sentences of the draft did not pass the check.</summary>
    public int Dropped { get; init; }

    /// <summary>True when the coverage did not say.</summary>
    public bool Abstained => Sentences.Count == 0 && Statement is null;

    /// <summary>What went to the person, under a new name.</summary>
    public static KeptAnswer Of(OutgoingMessage message, DateTimeOffset answered) =>
        new()
        {
            Id = KeptAnswerId.New(),
            Question = message.Question.Text,
            Standalone = message.Question.Standalone,
            Answered = answered,
            AsOf = message.Answer.AsOf,
            Composer = message.Answer.Composer,
            Statement = message.Statement,
            Sentences = message.Answer.Sentences,
            Citations = message.Answer.Citations,
            Notes = message.Notes,
            Disagreements = [.. message.Answer.Disagreements.Select(static found => found.ToString())],
            Nearest = message.Answer.Nearest,
            Dropped = message.Answer.Dropped,
        };
}
