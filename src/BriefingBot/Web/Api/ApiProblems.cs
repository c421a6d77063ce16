using BriefingBot.Web.Pages;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;

namespace BriefingBot.Web.Api;

/// <summary>Errors as RFC 9457 problem details for programs, as a page for people.</summary>
internal static class ApiProblems
{
    /// <summary>400 with what was wrong and what to do.</summary>
    public static ProblemHttpResult BadRequest(string detail) => TypedResults.Problem(detail, statusCode: StatusCodes.Status400BadRequest);

    /// <summary>404 with what is not there.</summary>
    public static ProblemHttpResult NotFound(string detail) => TypedResults.Problem(detail, statusCode: StatusCodes.Status404NotFound);

    /// <summary>Every problem names the request that it answers.</summary>
    public static void Describe(ProblemDetailsOptions options) =>
        options.CustomizeProblemDetails = context => context.ProblemDetails.Instance ??= context.HttpContext.Request.Path;

    /// <summary>Gives an error response without a body one.</summary>
    public static Task WriteStatusAsync(StatusCodeContext context)
    {
        int status = context.HttpContext.Response.StatusCode;
        string detail = status switch
        {
            StatusCodes.Status400BadRequest =>
                "The request is malformed, or its host name is not one that this server answers to (Web:AllowedHosts).",
            StatusCodes.Status404NotFound => "There is nothing at this address.",
            StatusCodes.Status405MethodNotAllowed => "This address does not accept that method.",
            StatusCodes.Status413PayloadTooLarge => "The request is too large (Web:MaxRequestBytes).",
            StatusCodes.Status415UnsupportedMediaType => "The body must be JSON with the content type application/json.",
            _ => ReasonPhrases.GetReasonPhrase(status),
        };
        return WriteAsync(context.HttpContext, status, detail);
    }

    /// <summary>Writes a problem: a page where a page was asked for, problem details otherwise.</summary>
    public static Task WriteAsync(HttpContext context, int status, string detail)
    {
        bool wantsPage =
            !context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
            && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
        return wantsPage
            ? PageResults.Problem(status, detail).ExecuteAsync(context)
            : TypedResults.Problem(detail, statusCode: status).ExecuteAsync(context);
    }
}
