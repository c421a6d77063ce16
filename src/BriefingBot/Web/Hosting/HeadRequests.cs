namespace BriefingBot.Web.Hosting;

/// <summary>Answers <c>HEAD</c> as <c>GET</c> without a body.</summary>
internal static class HeadRequests
{
    private static readonly object Key = new();

    /// <summary>Was the request made with <c>HEAD</c>?</summary>
    public static bool IsHead(HttpContext context) => context.Items.ContainsKey(Key);

    /// <summary>Lets <c>HEAD</c> reach what is mapped for <c>GET</c>. Stands before routing.</summary>
    public static void UseHeadRequests(this IApplicationBuilder app) =>
        app.Use(
            async (context, next) =>
            {
                if (!HttpMethods.IsHead(context.Request.Method))
                {
                    await next(context);
                    return;
                }

                context.Items[Key] = true;
                context.Request.Method = HttpMethods.Get;
                var body = context.Response.Body;
                context.Response.Body = Stream.Null;
                try
                {
                    await next(context);
                }
                finally
                {
                    context.Response.Body = body;
                    context.Request.Method = HttpMethods.Head;
                }
            }
        );
}
