using BriefingBot.Core.Conversations;
using BriefingBot.Documents.Answers;
using BriefingBot.Presentation;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BriefingBot.Web.Api;

/// <summary><c>POST /api/ask</c>.</summary>
internal static class AskEndpoint
{
    /// <summary>The most earlier questions that one request may bring.</summary>
    public const int MaxHistory = 50;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/api/ask", AnswerAsync)
            .WithName("ask")
            .WithSummary("Answers a question from the coverage, every citation checked.")
            .Produces<AnswerDocument>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status500InternalServerError);

    private static async Task<Results<Ok<AnswerDocument>, ProblemHttpResult>> AnswerAsync(
        AskRequest? request,
        ConversationTurnHandler conversations,
        CancellationToken cancellationToken
    )
    {
        if (request?.Question is null)
        {
            return ApiProblems.BadRequest("The body has no \"question\"; send {\"question\": \"...\"}.");
        }

        var history = request.History ?? [];
        if (history.Count > MaxHistory || history.Any(question => question is null))
        {
            return ApiProblems.BadRequest($"\"history\" must be a list of at most {MaxHistory} questions, oldest first.");
        }

        DateOnly? asOf = null;
        if (request.AsOf is { } text)
        {
            if (!DayText.TryParse(text, "\"as_of\"", out var day, out string? error))
            {
                return ApiProblems.BadRequest(error!);
            }

            asOf = day;
        }

        if (!ComposerText.TryParse(request.Composer, out var composer))
        {
            return ApiProblems.BadRequest("\"composer\" is neither \"best\" nor \"extractive\".");
        }

        var message = new IncomingMessage(request.Question)
        {
            Composer = composer,
            History = [.. history.OfType<string>()],
            AsOf = asOf,
        };
        return TypedResults.Ok(AnswerDocument.From(await conversations.HandleAsync(message, cancellationToken)));
    }
}
