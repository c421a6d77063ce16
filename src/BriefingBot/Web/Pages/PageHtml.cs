using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace BriefingBot.Web.Pages;

/// <summary>Renders components to plain HTML: no state, no scripts, nothing that stays behind.</summary>
internal static class PageHtml
{
    /// <typeparam name="TComponent">The component.</typeparam>
    public static async Task<string> RenderAsync<TComponent>(IServiceProvider services, IDictionary<string, object?> parameters)
        where TComponent : IComponent
    {
        await using HtmlRenderer renderer = new(services, services.GetRequiredService<ILoggerFactory>());
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(parameters))).ToHtmlString()
        );
    }
}
