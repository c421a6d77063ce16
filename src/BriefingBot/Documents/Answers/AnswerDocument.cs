using BriefingBot.Core.Answering;
using BriefingBot.Core.Conversations;
using BriefingBot.Presentation;

namespace BriefingBot.Documents.Answers;

/// <summary>An answer as JSON: what <c>ask --json</c> prints and <c>POST /api/ask</c> returns.</summary>
/// <param name="Question">The question as asked.</param>
/// <param name="Standalone">The question as understood, with what earlier turns contribute spelled out.</param>
/// <param name="Abstained">True when the coverage does not say.</param>
/// <param name="Answer">The sentences with their [n] marks, an empty line between paragraphs; a refusal in words when abstained.</param>
/// <param name="AsOf">The day that the answer speaks for.</param>
/// <param name="Sentences">The sentences without marks.</param>
/// <param name="Citations">The checked citations.</param>
/// <param name="Disagreements">Where sentences say the same with another number or date, in words.</param>
/// <param name="Dropped">How many sentences of the draft did not pass the check.</param>
/// <param name="DroppedSentences">Those sentences, with the reason.</param>
/// <param name="Composer">Who wrote the draft: <c>extractive</c> or <c>model</c>.</param>
/// <param name="Fallback">Why a configured model did not write it, or not all of it (<c>timed_out</c>, <c>not_verified</c>...); null when
/// nothing failed.</param>
/// <param name="Model">What the model took; null when none was asked.</param>
/// <param name="Nearest">The articles nearest to the question, when abstained.</param>
/// <param name="Retrieved">What was found, best first.</param>
/// <param name="Read">What was read of the question.</param>
/// <param name="Notes">What is to be said of how it was read, in whole sentences: the period, a misspelled name, a period without
/// reports.</param>
/// <param name="Request">The kind of request that it was (<c>count_articles</c>, <c>brief</c>...); null for a question.</param>
/// <param name="Statement">What is said in the bot's own words, of the store's records; null: nothing. The answer opens with it.</param>
/// <param name="TimingsMs">Milliseconds by stage.</param>
internal sealed record AnswerDocument(
    string Question,
    string Standalone,
    bool Abstained,
    string Answer,
    DateOnly AsOf,
    IReadOnlyList<SentenceDocument> Sentences,
    IReadOnlyList<CitationDocument> Citations,
    IReadOnlyList<string> Disagreements,
    int Dropped,
    IReadOnlyList<DroppedDocument> DroppedSentences,
    string Composer,
    string? Fallback,
    ModelUseDocument? Model,
    IReadOnlyList<ArticleReferenceDocument> Nearest,
    IReadOnlyList<RetrievedDocument> Retrieved,
    ReadingDocument Read,
    IReadOnlyList<string> Notes,
    string? Request,
    string? Statement,
    TimingsDocument TimingsMs
)
{
    /// <summary>Makes the document of a message.</summary>
    public static AnswerDocument From(OutgoingMessage message)
    {
        var answer = message.Answer;
        return new AnswerDocument(
            message.Question.Text,
            message.Question.Standalone,
            message.Abstained,
            AnswerProse.Of(message),
            answer.AsOf,
            [.. answer.Sentences.Select(sentence => new SentenceDocument(sentence.Text, sentence.Citations, sentence.Label))],
            [.. answer.Citations.Select(CitationDocument.From)],
            [.. answer.Disagreements.Select(found => found.ToString())],
            answer.Dropped,
            [.. answer.DroppedSentences.Select(DroppedDocument.From)],
            answer.Composer.ToString().ToLowerInvariant(),
            message.Fallback == ModelFallback.None ? null : SnakeCase.Of(message.Fallback.ToString()),
            message.Model is { } use ? ModelUseDocument.From(use) : null,
            [.. answer.Nearest.Select(article => new ArticleReferenceDocument(article.Id.Value, article.Title))],
            [.. message.Retrieved.Passages.Select(RetrievedDocument.From)],
            ReadingDocument.From(message.Question),
            message.Notes,
            message.Request,
            message.Statement,
            TimingsDocument.From(message.Timings)
        );
    }
}
