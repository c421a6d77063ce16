using BriefingBot.Core.Diagnostics;
using BriefingBot.Core.Questions;
using BriefingBot.Core.Retrieval.Store;
using Microsoft.AspNetCore.Diagnostics;

namespace BriefingBot.Web.Api;

/// <summary>
/// Turns what an endpoint throws into an answer: what the caller can mend is said, everything else is logged under a reference.
/// </summary>
internal sealed partial class ApiExceptionHandler(ILogger<ApiExceptionHandler> logger) : IExceptionHandler
{
    /// <inheritdoc/>
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
        {
            return true;
        }

        var (status, detail) = exception switch
        {
            InvalidQuestionException invalid => (StatusCodes.Status400BadRequest, invalid.Message),
            BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => (
                StatusCodes.Status413PayloadTooLarge,
                "The request is too large (Web:MaxRequestBytes)."
            ),
            BadHttpRequestException { StatusCode: StatusCodes.Status415UnsupportedMediaType } => (
                StatusCodes.Status415UnsupportedMediaType,
                "The body must be JSON with the content type application/json."
            ),
            BadHttpRequestException bad => (bad.StatusCode, Explain(bad)),
            StoreException => (
                StatusCodes.Status503ServiceUnavailable,
                $"The store cannot be used now; the log has the reason under {Reference(httpContext)}."
            ),
            _ => (
                StatusCodes.Status500InternalServerError,
                $"Something went wrong; the log has the reason under {Reference(httpContext)}."
            ),
        };
        if (status >= StatusCodes.Status500InternalServerError)
        {
            LogFailure(exception, Reference(httpContext));
        }

        httpContext.Response.StatusCode = status;
        await ApiProblems.WriteAsync(httpContext, status, detail);
        return true;
    }

    private static string Reference(HttpContext context) => context.TraceIdentifier;

    private static string Explain(BadHttpRequestException exception) =>
        exception.InnerException is System.Text.Json.JsonException
            ? "The body is not the JSON that is expected here; see /openapi/v1.json."
            : $"{exception.Message} See /openapi/v1.json.";

    [LoggerMessage(EventIds.Host + 10, LogLevel.Error, "Request {Reference} failed")]
    private partial void LogFailure(Exception exception, string reference);
}
