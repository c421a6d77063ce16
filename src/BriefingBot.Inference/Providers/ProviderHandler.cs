using System.Globalization;

namespace BriefingBot.Inference.Providers;

/// <summary>
/// Gives every request the address's query and turns every answer that is none into <see cref="ProviderStatusException"/>, whichever client
/// made the request.
/// </summary>
internal sealed class ProviderHandler(HttpMessageHandler inner, ProviderAddress address, TimeProvider clock) : DelegatingHandler(inner)
{
    private const int MaxErrorBytes = 64 * 1024;
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (address.Query.Length > 0)
        {
            UriBuilder target = new(request.RequestUri!) { Query = address.Query };
            request.RequestUri = target.Uri;
        }

        var response = await base.SendAsync(request, cancellationToken);
        bool isWebPage = response.Content.Headers.ContentType?.MediaType == "text/html";
        if (response.IsSuccessStatusCode && !isWebPage)
        {
            return response;
        }

        using (response)
        {
            throw new ProviderStatusException(
                (int)response.StatusCode,
                isWebPage ? ProviderError.None : await ReadErrorAsync(response, cancellationToken),
                Wait(response),
                isWebPage
            );
        }
    }

    private static async Task<ProviderError> ReadErrorAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        byte[] body = new byte[MaxErrorBytes];
        try
        {
            await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
            int length = await stream.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, cancellationToken);
            return ProviderError.Read(body.AsMemory(0, length));
        }
        catch (IOException)
        {
            // The status says enough.
            return ProviderError.None;
        }
    }

    /// <summary>RFC 9110, 10.2.3: seconds or a date; OpenAI and Azure also tell milliseconds.</summary>
    private TimeSpan? Wait(HttpResponseMessage response)
    {
        if (
            response.Headers.TryGetValues("retry-after-ms", out var values)
            && double.TryParse(values.FirstOrDefault(), NumberStyles.Float, CultureInfo.InvariantCulture, out double milliseconds)
            && milliseconds >= 0
            && milliseconds <= LongestWait.TotalMilliseconds
        )
        {
            return TimeSpan.FromMilliseconds(milliseconds);
        }

        var wait = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - clock.GetUtcNow(),
            _ => (TimeSpan?)null,
        };
        return wait is { } time ? TimeSpan.FromTicks(Math.Clamp(time.Ticks, 0, LongestWait.Ticks)) : null;
    }
}
