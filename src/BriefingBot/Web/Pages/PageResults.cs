using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;

namespace BriefingBot.Web.Pages;

/// <summary>Pages as results.</summary>
internal static class PageResults
{
    /// <summary>A page with its parameters.</summary>
    public static RazorComponentResult Page<TPage>(IReadOnlyDictionary<string, object?> parameters, int status = StatusCodes.Status200OK)
        where TPage : IComponent => new RazorComponentResult<TPage>(parameters) { StatusCode = status, PreventStreamingRendering = true };

    /// <summary>An error page.</summary>
    public static RazorComponentResult Problem(int status, string detail) => Page<ProblemPage>(
        new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(ProblemPage.Title)] = ReasonPhrases.GetReasonPhrase(status),
            [nameof(ProblemPage.Detail)] = detail,
        },
        status);
}
