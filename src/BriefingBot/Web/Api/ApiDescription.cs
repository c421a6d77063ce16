using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace BriefingBot.Web.Api;

/// <summary>Names the API in its OpenAPI document.</summary>
internal static class ApiDescription
{
    /// <summary>Sets title and description.</summary>
    public static Task DescribeAsync(
        OpenApiDocument document,
        OpenApiDocumentTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        document.Info.Title = "BriefingBot";
        document.Info.Version = "v1";
        document.Info.Description =
            "Answers questions about news coverage from the coverage alone, with citations checked against the articles.";
        return Task.CompletedTask;
    }
}
