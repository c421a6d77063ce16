using BriefingBot.Core.Answering;
using BriefingBot.Core.Conversations.Kept;
using BriefingBot.Storage.Sql.Chat;

namespace BriefingBot.Storage.Sql.Kept;

/// <summary>A kept answer inside its JSON column. The names are stored: never rename.</summary>
internal sealed record KeptColumn(
    string Question,
    string Standalone,
    int AsOf,
    int Composer,
    string? Statement,
    SentenceColumn[] Sentences,
    CitationColumn[] Citations,
    string[] Notes,
    string[] Disagreements,
    HeaderColumn[] Nearest,
    int Dropped
)
{
    public static KeptColumn From(KeptAnswer answer) =>
        new(
            answer.Question,
            answer.Standalone,
            answer.AsOf.DayNumber,
            (int)answer.Composer,
            answer.Statement,
            [.. answer.Sentences.Select(SentenceColumn.From)],
            [.. answer.Citations.Select(CitationColumn.From)],
            [.. answer.Notes],
            [.. answer.Disagreements],
            [.. answer.Nearest.Select(HeaderColumn.From)],
            answer.Dropped
        );

    public KeptAnswer ToAnswer(KeptAnswerId id, DateTimeOffset answered) =>
        new()
        {
            Id = id,
            Question = Question,
            Standalone = Standalone,
            Answered = answered,
            AsOf = DateOnly.FromDayNumber(AsOf),
            Composer = (ComposerKind)Composer,
            Statement = Statement,
            Sentences = [.. Sentences.Select(sentence => sentence.ToSentence())],
            Citations = [.. Citations.Select(citation => citation.ToCitation())],
            Notes = Notes,
            Disagreements = Disagreements,
            Nearest = [.. Nearest.Select(header => header.ToHeader())],
            Dropped = Dropped,
        };
}
