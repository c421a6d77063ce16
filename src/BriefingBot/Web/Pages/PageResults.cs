using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;

namespace BriefingBot.Web.Pages;

/// <summary>Pages as results.</summary>
internal static class PageResults
{
    /// <summary>A page with its parameters.</summary>
    public static IResult Page<TPage>(IDictionary<string, object?> parameters, int status = StatusCodes.Status200OK)
        where TPage : IComponent => new PageResult<TPage>(parameters, status);

    /// <summary>An error page.</summary>
    public static IResult Problem(int status, string detail) =>
        Page<ProblemPage>(
            new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                [nameof(ProblemPage.Title)] = ReasonPhrases.GetReasonPhrase(status),
                [nameof(ProblemPage.Detail)] = detail,
            },
            status
        );
}
