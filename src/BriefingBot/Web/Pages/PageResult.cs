using System.Text;
using Microsoft.AspNetCore.Components;

namespace BriefingBot.Web.Pages;

/// <summary>A page as a response.</summary>
/// <typeparam name="TPage">The component.</typeparam>
internal sealed class PageResult<TPage>(IDictionary<string, object?> parameters, int status) : IResult
    where TPage : IComponent
{
    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        string html = await PageHtml.RenderAsync<TPage>(httpContext.RequestServices, parameters);
        httpContext.Response.StatusCode = status;
        httpContext.Response.ContentType = "text/html; charset=utf-8";
        await httpContext.Response.WriteAsync(html, Encoding.UTF8, httpContext.RequestAborted);
    }
}
