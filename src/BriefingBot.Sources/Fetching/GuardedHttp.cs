using System.Net;
using System.Net.Sockets;
using System.Text;
using BriefingBot.Core.Intake.Fetching;
using Microsoft.Extensions.Options;

namespace BriefingBot.Sources.Fetching;

/// <summary>
/// Fetches within bounds: http and https alone, every redirect and every connection checked against <see cref="AddressRules"/> (the address
/// that was checked is the one that is connected to, so a name that changes its address gains nothing), time and size limited, one request
/// at a time to a host. Thread-safe.
/// </summary>
internal sealed class GuardedHttp : IDisposable
{
    private const int MostRedirects = 5;
    private const int RobotsBytes = 512 * 1024;
    private static readonly TimeSpan RobotsAge = TimeSpan.FromHours(1);

    private readonly FetchingOptions _options;
    private readonly TimeProvider _clock;
    private readonly NameResolver _resolve;
    private readonly HostPace _pace;
    private readonly HttpMessageInvoker _public;
    private readonly HttpMessageInvoker _private;
    private readonly Dictionary<string, (RobotsRules Rules, long Read)> _robots = new(StringComparer.OrdinalIgnoreCase);

    public GuardedHttp(IOptions<FetchingOptions> options, TimeProvider clock, NameResolver resolve)
    {
        _resolve = resolve;
        _options = options.Value;
        _clock = clock;
        _pace = new HostPace(clock);
        _public = new HttpMessageInvoker(Handler(allowsPrivate: false));
        _private = new HttpMessageInvoker(Handler(allowsPrivate: true));
    }

    /// <summary>Fetches; follows redirects.</summary>
    /// <exception cref="FetchException">It cannot be had; the message says why.</exception>
    public async Task<FetchedContent> GetAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        var address = request.Address;
        for (int redirects = 0; redirects <= MostRedirects; redirects++)
        {
            if (address.Scheme is not ("http" or "https"))
            {
                throw new FetchException($"{address.Scheme} addresses are not read, only http and https.");
            }

            var rules = request.AsksRobots ? await RobotsOfAsync(address, request, cancellationToken) : RobotsRules.None;
            if (!rules.IsAllowed(address.PathAndQuery))
            {
                throw new FetchException($"the robots.txt of {address.Host} asks not to read it.");
            }

            var pause = TimeSpan.FromSeconds(_options.PauseSeconds);
            using var turn = await _pace.WaitAsync(address.Authority, rules.Delay > pause ? rules.Delay : pause, cancellationToken);
            using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(_options.TimeoutSeconds), _clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
            try
            {
                using var response = await SendAsync(request, address, either.Token);
                if (RedirectOf(response, address) is { } next)
                {
                    address = next;
                    continue;
                }

                return await ReadAsync(response, address, either.Token);
            }
            catch (OperationCanceledException exception)
                when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
            {
                throw new FetchException($"{address.Host} did not answer within {_options.TimeoutSeconds:0} s.", exception);
            }
            catch (HttpRequestException exception) when (exception.InnerException is FetchException refusal)
            {
                throw new FetchException(refusal.Message, exception);
            }
            catch (Exception exception) when (exception is HttpRequestException or IOException or InvalidDataException)
            {
                throw new FetchException($"{address.Host}: {OneLine(exception)}", exception);
            }
        }

        throw new FetchException($"it redirects more than {MostRedirects} times.");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _public.Dispose();
        _private.Dispose();
    }

    private SocketsHttpHandler Handler(bool allowsPrivate) =>
        new()
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
            MaxResponseHeadersLength = 64,
            ConnectTimeout = TimeSpan.FromSeconds(15),
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            ConnectCallback = (context, token) => ConnectAsync(context.DnsEndPoint, allowsPrivate, token),
        };

    private async ValueTask<Stream> ConnectAsync(DnsEndPoint target, bool allowsPrivate, CancellationToken cancellationToken)
    {
        IPAddress[] addresses = IPAddress.TryParse(target.Host, out var literal)
            ? [literal]
            : await _resolve(target.Host, cancellationToken);
        IPAddress[] allowed = [.. addresses.Where(address => AddressRules.IsAllowed(address, allowsPrivate))];
        if (allowed.Length == 0)
        {
            throw new FetchException(
                addresses.Length == 0
                    ? $"the name {target.Host} has no address."
                    : $"{(literal is null ? $"{target.Host} leads to {addresses[0]}, which" : target.Host)} is not a "
                        + $"public address. If it is meant, add the source with --allow-private; link-local addresses and those of cloud "
                        + $"metadata are never read."
            );
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, target.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private async Task<HttpResponseMessage> SendAsync(FetchRequest request, Uri address, CancellationToken cancellationToken)
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, address);
        message.Headers.TryAddWithoutValidation("User-Agent", _options.UserAgent);
        message.Headers.TryAddWithoutValidation(
            "Accept",
            "application/rss+xml, application/atom+xml, application/feed+json, application/xml, text/html, application/json, */*;q=0.5"
        );
        if (request.Language is not null)
        {
            message.Headers.TryAddWithoutValidation("Accept-Language", request.Language);
        }

        if (request.ETag is not null)
        {
            message.Headers.TryAddWithoutValidation("If-None-Match", request.ETag);
        }

        if (request.LastModified is not null)
        {
            message.Headers.TryAddWithoutValidation("If-Modified-Since", request.LastModified);
        }

        if (request.Authorization is not null && address.Authority == request.Address.Authority && address.Scheme == request.Address.Scheme)
        {
            message.Headers.TryAddWithoutValidation("Authorization", request.Authorization);
        }

        return await (request.AllowsPrivate ? _private : _public).SendAsync(message, cancellationToken);
    }

    private static Uri? RedirectOf(HttpResponseMessage response, Uri address)
    {
        if (
            response.StatusCode
            is not (
                HttpStatusCode.MovedPermanently
                or HttpStatusCode.Found
                or HttpStatusCode.SeeOther
                or HttpStatusCode.TemporaryRedirect
                or HttpStatusCode.PermanentRedirect
            )
        )
        {
            return null;
        }

        var location = response.Headers.Location ?? throw new FetchException($"{address.Host} redirects without saying where to.");
        return location.IsAbsoluteUri ? location : new Uri(address, location);
    }

    private async Task<FetchedContent> ReadAsync(HttpResponseMessage response, Uri address, CancellationToken cancellationToken)
    {
        string? etag = response.Headers.TryGetValues("ETag", out var tags) ? tags.FirstOrDefault() : null;
        string? modified = response.Content.Headers.TryGetValues("Last-Modified", out var times) ? times.FirstOrDefault() : null;
        if (response.StatusCode == HttpStatusCode.NotModified)
        {
            return new FetchedContent(address, [])
            {
                IsUnchanged = true,
                ETag = etag,
                LastModified = modified,
            };
        }

        if (!response.IsSuccessStatusCode)
        {
            throw Refused(response, address);
        }

        byte[] body = await BodyAsync(response, _options.MaxMegabytes * 1024 * 1024, cancellationToken);
        return new FetchedContent(address, body)
        {
            ETag = etag,
            LastModified = modified,
            MediaType = response.Content.Headers.ContentType?.MediaType?.ToLowerInvariant(),
        };
    }

    private FetchException Refused(HttpResponseMessage response, Uri address)
    {
        int status = (int)response.StatusCode;
        var after =
            response.Headers.RetryAfter?.Delta ?? (response.Headers.RetryAfter?.Date is { } date ? date - _clock.GetUtcNow() : null);
        string remedy = status switch
        {
            401 or 403 => "; it may want credentials (--credentials FILE), or does not want to be read by programs",
            404 => "; check the address",
            410 => ": it is gone for good",
            429 => "; it asks for fewer requests",
            _ => "",
        };
        return new FetchException($"{address.Host} answered {status}{remedy}.")
        {
            Status = status,
            IsGone = status == 410,
            RetryAfter = after > TimeSpan.Zero ? after : null,
        };
    }

    private static async Task<byte[]> BodyAsync(HttpResponseMessage response, int most, CancellationToken cancellationToken)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        using MemoryStream body = new();
        byte[] buffer = new byte[64 * 1024];
        while (await stream.ReadAsync(buffer, cancellationToken) is var read and > 0)
        {
            if (body.Length + read > most)
            {
                throw new FetchException($"it is larger than {most / (1024 * 1024)} megabytes (Fetching:MaxMegabytes).");
            }

            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }

    private async Task<RobotsRules> RobotsOfAsync(Uri address, FetchRequest request, CancellationToken cancellationToken)
    {
        string host = $"{address.Scheme}://{address.Authority}";
        lock (_robots)
        {
            if (_robots.TryGetValue(host, out var known) && _clock.GetElapsedTime(known.Read) < RobotsAge)
            {
                return known.Rules;
            }
        }

        RobotsRules rules;
        try
        {
            var content = await GetAsync(
                new FetchRequest(new Uri(new Uri(host), "/robots.txt")) { AllowsPrivate = request.AllowsPrivate },
                cancellationToken
            );
            rules = RobotsRules.Parse(
                Encoding.UTF8.GetString(content.Body.AsSpan(0, Math.Min(content.Body.Length, RobotsBytes))),
                _options.UserAgent.Split('/')[0]
            );
        }
        catch (FetchException exception) when (exception.Status is >= 400 and < 500)
        {
            // RFC 9309, 2.3.1.3: a file that is not there forbids nothing.
            rules = RobotsRules.None;
        }

        lock (_robots)
        {
            _robots[host] = (rules, _clock.GetTimestamp());
        }

        return rules;
    }

    private static string OneLine(Exception exception) => (exception.InnerException ?? exception).Message.ReplaceLineEndings(" ");
}
