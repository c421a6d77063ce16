namespace BriefingBot.Web.Hosting;

/// <summary>Headers that keep the pages to themselves: nothing foreign is loaded, framed or told.</summary>
internal static class SecurityHeaders
{
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action "
        + "'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Sets the headers on every response. Questions and answers are not kept by caches; style and script may be.</summary>
    public static void UseSecurityHeaders(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                context.Response.OnStarting(() =>
                {
                    var headers = context.Response.Headers;
                    headers.ContentSecurityPolicy = ContentSecurityPolicy;
                    headers.XContentTypeOptions = "nosniff";
                    headers["Referrer-Policy"] = "no-referrer";
                    headers["Cross-Origin-Opener-Policy"] = "same-origin";
                    headers["Cross-Origin-Resource-Policy"] = "same-origin";
                    headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
                    headers.CacheControl = headers.ETag.Count > 0 ? "no-cache" : "no-store";
                    return Task.CompletedTask;
                });
                return next(context);
            }
        );
}
