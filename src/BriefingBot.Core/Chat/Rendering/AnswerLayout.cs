using System.Globalization;
using BriefingBot.Core.Answering;
using BriefingBot.Core.Answering.Disagreements;
using BriefingBot.Core.Answering.Weekdays;
using BriefingBot.Core.Chat.Journal;
using BriefingBot.Core.Coverage;

namespace BriefingBot.Core.Chat.Rendering;

/// <summary>An answer as blocks: its paragraphs, its sources, the day that it speaks for. Thread-safe.</summary>
public sealed class AnswerLayout(ArticleLinks links)
{
    /// <summary>What stands for an answer when the coverage does not say.</summary>
    public const string Refusal = "The coverage does not say.";

    /// <summary>Lays out an answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="withQuestion">Begin with the question, where the message that asked is not to be seen (slash commands, shared
    /// answers).</param>
    public IReadOnlyList<AnswerBlock> Of(ChatAnswer answer, bool withQuestion = false)
    {
        List<AnswerBlock> blocks = [];
        if (withQuestion)
        {
            blocks.Add(new AnswerBlock(AnswerBlockKind.Quote, [AnswerUnit.Of(OneLine.Of(answer.QuestionText))]));
        }

        if (answer.Statement is { } statement)
        {
            blocks.Add(new AnswerBlock(AnswerBlockKind.Paragraph, [AnswerUnit.Of(statement)]));
        }

        if (answer.Claims.Count > 0)
        {
            blocks.AddRange(ClaimBlocks.Of(answer, sentence => Sentence(sentence, answer.Citations)));
            blocks.AddRange(answer.Citations.Count > 0 ? [Sources(answer.Citations)] : []);
        }
        else if (answer.Abstained)
        {
            blocks.AddRange(RefusalOf(answer));
        }
        else if (answer.Sentences.Count > 0)
        {
            blocks.AddRange([.. Body(answer.Sentences, answer.Citations), Sources(answer.Citations)]);
        }

        blocks.Add(new AnswerBlock(AnswerBlockKind.Footer, [AnswerUnit.Of($"As of {ReadableDate.Of(answer.AsOf)}."), .. Notes(answer)]));
        return blocks;
    }

    /// <summary>What stands of an answer that was not finished: its paragraphs and their sources.</summary>
    public IReadOnlyList<AnswerBlock> Of(AnswerInProgress answer) =>
        [.. Body(answer.Sentences, answer.Citations), Sources(answer.Citations)];

    /// <summary>The paragraphs of some sentences, at least one; more sentences give the same beginning.</summary>
    public IReadOnlyList<AnswerBlock> Body(IReadOnlyList<VerifiedSentence> sentences, IReadOnlyList<Citation> citations)
    {
        List<AnswerBlock> blocks = [];
        List<AnswerUnit> paragraph = [];
        foreach (var sentence in sentences)
        {
            if (sentence.StartsParagraph && paragraph.Count > 0)
            {
                blocks.Add(new AnswerBlock(AnswerBlockKind.Paragraph, paragraph));
                paragraph = [];
            }

            paragraph.Add(Sentence(sentence, citations));
        }

        blocks.Add(new AnswerBlock(AnswerBlockKind.Paragraph, paragraph));
        return blocks;
    }

    /// <summary>A sentence with its marks, each leading to the quoted passage.</summary>
    internal AnswerUnit Sentence(VerifiedSentence sentence, IReadOnlyList<Citation> citations) =>
        new([
            .. sentence.Label is { } label ? [new Inline($"{label}: ", InlineKind.Strong)] : Array.Empty<Inline>(),
            new Inline(WeekdayDates.Show(sentence, citations)),
            .. sentence.Citations.Select(
                (number, i) =>
                    new Inline(
                        string.Create(CultureInfo.InvariantCulture, $"{(i == 0 ? " " : "")}[{number}]"),
                        InlineKind.Mark,
                        citations.FirstOrDefault(citation => citation.Number == number) is { } cited ? links.Of(cited) : null
                    )
            ),
        ]);

    private IEnumerable<AnswerBlock> RefusalOf(ChatAnswer answer)
    {
        yield return new AnswerBlock(AnswerBlockKind.Paragraph, [AnswerUnit.Of(Refusal)]);
        if (answer.Nearest.Count > 0)
        {
            yield return Titled("Nearest articles", answer.Nearest.Select(article => SourceLine.Of(article, links.Of(article))));
        }
    }

    /// <summary>A line an article, however often it is cited.</summary>
    private AnswerBlock Sources(IReadOnlyList<Citation> citations) =>
        Titled(
            "Sources",
            citations
                .GroupBy(static citation => (citation.Passage.Article, citation.Passage.Revision))
                .Select(article =>
                    SourceLine.Of(article.First().Article, [.. article.Select(citation => (citation.Number, links.Of(citation)))])
                )
        );

    private static IEnumerable<AnswerUnit> Notes(ChatAnswer answer) =>
        answer
            .Notes.Concat(
                answer.Claims.Count > 0 ? [] : DisagreementFinder.Find(answer.Sentences, answer.Citations).Select(found => found.ToString())
            )
            .Concat(AnswerNotes.Of(answer.Composer, answer.Fallback, answer.Dropped.Count, answer.Abstained))
            .Select(AnswerUnit.Of);

    private static AnswerBlock Titled(string title, IEnumerable<AnswerUnit> lines) =>
        new(AnswerBlockKind.Lines, [new AnswerUnit([new Inline(title, InlineKind.Strong)], KeepsWithNext: true), .. lines]);
}
