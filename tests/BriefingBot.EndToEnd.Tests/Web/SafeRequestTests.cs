using System.Net;
using System.Text;
using BriefingBot.EndToEnd.Tests.Bot;

namespace BriefingBot.EndToEnd.Tests.Web;

/// <summary>A GET changes nothing, HEAD answers like it, and a body that holds nothing gets our words.</summary>
public sealed class SafeRequestTests(SampleBot bot)
{
    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site", "Who won the chess tournament in Veldenmoor?")]
    [InlineData("Cache-Control", "max-age=0", "Who won the chess tournament in Aldersbrook?")]
    public async Task A_link_of_another_site_and_a_reload_count_no_gap(string header, string value, string question)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, new Uri($"/?q={Uri.EscapeDataString(question)}", UriKind.Relative));
        request.Headers.TryAddWithoutValidation(header, value);

        using var response = await bot.Client.SendAsync(request, CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.DoesNotContain(
            question[^12..],
            await bot.Client.GetStringAsync(new Uri("/status", UriKind.Relative), CancellationToken),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/latest")]
    [InlineData("/api/articles")]
    [InlineData("/healthz")]
    [InlineData("/?q=Who+won+the+chess+tournament+in+Birchhaven")]
    public async Task Head_answers_as_get_without_a_body(string address)
    {
        using HttpRequestMessage request = new(HttpMethod.Head, new Uri(address, UriKind.Relative));

        using var response = await bot.Client.SendAsync(request, CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(CancellationToken));
        Assert.DoesNotContain(
            "Birchhaven",
            await bot.Client.GetStringAsync(new Uri("/status", UriKind.Relative), CancellationToken),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    public async Task A_body_without_a_question_is_told_what_to_send(string body)
    {
        using StringContent content = new(body, Encoding.UTF8, "application/json");

        using var response = await bot.Client.PostAsync(new Uri("/api/ask", UriKind.Relative), content, CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(
            "\\u0022question\\u0022",
            (await response.Content.ReadAsStringAsync(CancellationToken)).Replace("\\\"", "\\u0022", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
    }
}
