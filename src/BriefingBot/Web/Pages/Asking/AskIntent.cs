using BriefingBot.Web.Hosting;

namespace BriefingBot.Web.Pages.Asking;

/// <summary>
/// Tells somebody who asks from an address that is only opened: by a link of another site, by a reload, by a look at its head.
/// </summary>
internal static class AskIntent
{
    /// <summary>Is a question asked by this request for the page?</summary>
    public static bool IsAsked(HttpRequest request) => IsOfHere(request) && !IsReload(request);

    /// <summary>
    /// Is one asked by this request for the stream? Browsers send every one with <c>no-cache</c>, and only the script of the page opens it.
    /// </summary>
    public static bool IsAskedByStream(HttpRequest request) => IsOfHere(request);

    private static bool IsOfHere(HttpRequest request) => !ForeignRequests.IsForeign(request) && !HeadRequests.IsHead(request.HttpContext);

    private static bool IsReload(HttpRequest request)
    {
        string cache = request.Headers.CacheControl.ToString();
        return cache.Contains("max-age=0", StringComparison.OrdinalIgnoreCase)
            || cache.Contains("no-cache", StringComparison.OrdinalIgnoreCase);
    }
}
