using BriefingBot.Web.Hosting;

namespace BriefingBot.Web.Pages;

/// <summary>Tells somebody who asks from an address that is only opened: by a link of another site, by a reload, by a look at its head.</summary>
internal static class AskIntent
{
    /// <summary>Is a question asked by this request?</summary>
    public static bool IsAsked(HttpRequest request)
    {
        string cache = request.Headers.CacheControl.ToString();
        return !ForeignRequests.IsForeign(request)
            && !cache.Contains("max-age=0", StringComparison.OrdinalIgnoreCase)
            && !cache.Contains("no-cache", StringComparison.OrdinalIgnoreCase)
            && !HeadRequests.IsHead(request.HttpContext);
    }
}
