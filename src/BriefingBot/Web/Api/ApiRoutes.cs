namespace BriefingBot.Web.Api;

/// <summary>The addresses of the API.</summary>
internal static class ApiRoutes
{
    public static void MapApi(this IEndpointRouteBuilder routes)
    {
        AskEndpoint.Map(routes);
        ArticleEndpoints.Map(routes);
        LatestEndpoint.Map(routes);
        ProbeEndpoints.Map(routes);
        SlackEndpoints.Map(routes);
    }
}
