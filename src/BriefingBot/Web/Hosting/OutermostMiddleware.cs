using BriefingBot.Web.Api;

namespace BriefingBot.Web.Hosting;

/// <summary>
/// What every response passes, also one that the host filter of the framework refuses: that filter runs before the application's own
/// pipeline.
/// </summary>
internal sealed class OutermostMiddleware : IStartupFilter
{
    /// <inheritdoc/>
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
        app =>
        {
            app.UseSecurityHeaders();
            app.UseStatusCodePages(ApiProblems.WriteStatusAsync);
            next(app);
        };
}
