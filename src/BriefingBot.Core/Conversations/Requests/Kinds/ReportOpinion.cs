using BriefingBot.Core.Answering.Extractive;
using BriefingBot.Core.Questions;
using BriefingBot.Core.Retrieval;

namespace BriefingBot.Core.Conversations.Requests.Kinds;

/// <summary>What somebody thinks, or what should be thought: what is reported of it, said as such. Opinions are not given.</summary>
internal sealed class ReportOpinion(HybridRetriever retriever, ExtractiveComposer composer) : RequestKind("opinion", "request-opinion")
{
    public override async Task<RequestAnswer?> AnswerAsync(
        RequestWords words,
        RequestText text,
        Question question,
        CancellationToken cancellationToken
    )
    {
        string? who = words.Find("who") is { } named && !named.Equals("you", StringComparison.OrdinalIgnoreCase) ? named : null;
        if (words.Find("clause") is not { } clause || words.Asks("who"))
        {
            return null;
        }

        string asked = who is null ? $"What is reported about {clause}?" : $"What did {who} say about {clause}?";
        var reported = QuestionAnalyzer.Analyze(asked, asked, asked.Length, question.AsOf) with
        {
            IsBackdated = question.IsBackdated,
            Collections = question.Collections,
        };
        reported = who is null ? reported with { Kind = AnswerKind.Statement } : reported;
        if (!reported.HasTopic)
        {
            return null;
        }

        var retrieved = await retriever.RetrieveAsync(reported, cancellationToken);
        var draft = composer.Compose(reported, retrieved);
        string? statement =
            draft.Sentences.Count == 0 ? null
            : who is null ? "I give no opinions. This is what the coverage reports:"
            : $"I cannot know what {who} thinks. This is what the coverage reports:";
        return new RequestAnswer(statement, draft.Sentences, retrieved);
    }
}
