namespace BriefingBot.Web.Hosting;

/// <summary>Tells requests that a page of another site had the browser make.</summary>
internal static class ForeignRequests
{
    /// <summary>Does the browser say so?</summary>
    public static bool IsForeign(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site";
}
