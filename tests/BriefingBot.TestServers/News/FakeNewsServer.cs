using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http.Features;

namespace BriefingBot.TestServers.News;

/// <summary>
/// A host of feeds, sitemaps and pages on a free port of the loopback address, with ETags, redirects, credentials and faults. Thread-safe.
/// </summary>
public sealed class FakeNewsServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, FakeNewsPage> _pages = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<NewsRequest> _requests = [];

    private readonly ConcurrentDictionary<string, TaskCompletionSource> _awaited = new(StringComparer.Ordinal);

    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private FakeNewsServer(WebApplication app) => _app = app;

    /// <summary>Where it is.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>All requests so far, in order.</summary>
    public IReadOnlyList<NewsRequest> Requests => [.. _requests];

    /// <summary>Ends with the first request.</summary>
    public Task FirstRequest => _first.Task;

    /// <summary>What stands at a path; null takes it away, and 404 is answered.</summary>
    public FakeNewsPage? this[string path]
    {
        get => _pages.GetValueOrDefault(path);
        set
        {
            if (value is null)
            {
                _pages.TryRemove(path, out _);
            }
            else
            {
                _pages[path] = value;
            }
        }
    }

    /// <summary>Starts one.</summary>
    public static async Task<FakeNewsServer> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        FakeNewsServer server = new(app);
        app.Run(server.AnswerAsync);
        await app.StartAsync(cancellationToken);
        server.Address = new Uri(app.Urls.Single());
        return server;
    }

    /// <summary>The absolute address of a path.</summary>
    public Uri At(string path) => new(Address, path);

    /// <summary>Ends with the next request for a path.</summary>
    public Task NextRequestAsync(string path) =>
        _awaited.GetOrAdd(path, static _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    /// <summary>Forgets the requests so far.</summary>
    public void ForgetRequests() => _requests.Clear();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        string path = context.Request.Path + context.Request.QueryString;
        string? condition = context.Request.Headers.IfNoneMatch;
        var page = _pages.GetValueOrDefault(path) ?? new FakeNewsPage { Status = HttpStatusCode.NotFound };
        bool isRefused =
            page.Credentials is not null
            && context.Request.Headers.Authorization != $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes(page.Credentials))}";
        bool isUnchanged = !isRefused && page.ETag is not null && condition == page.ETag;
        int status =
            page.Hangs || page.IsCut ? 0
            : isRefused ? 401
            : isUnchanged ? 304
            : page.Location is not null ? 302
            : (int)page.Status;
        _requests.Enqueue(
            new NewsRequest(path, status, condition, context.Request.Headers.Authorization, context.Request.Headers.UserAgent)
            {
                Language = context.Request.Headers.AcceptLanguage.ToString(),
            }
        );
        _first.TrySetResult();
        if (_awaited.TryRemove(path, out var awaited))
        {
            awaited.TrySetResult();
        }

        var aborted = context.RequestAborted;
        if (page.Hangs)
        {
            TaskCompletionSource never = new();
            await using var ends = aborted.Register(() => never.TrySetResult());
            await never.Task;
            return;
        }

        if (page.Waits is { } waits)
        {
            await Task.WhenAny(waits, Task.Delay(Timeout.Infinite, aborted));
        }

        var response = context.Response;
        response.StatusCode = status == 0 ? 200 : status;
        if (page.RetryAfter is { } seconds)
        {
            response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        if (page.Location is not null && status == 302)
        {
            response.Headers.Location = page.Location;
            return;
        }

        if (page.ETag is not null)
        {
            response.Headers.ETag = page.ETag;
        }

        if (status is 304 or 401)
        {
            return;
        }

        response.ContentType = page.MediaType;
        await SendAsync(page, response, aborted);
        if (page.IsCut)
        {
            context.Abort();
        }
    }

    private static async Task SendAsync(FakeNewsPage page, HttpResponse response, CancellationToken aborted)
    {
        response.ContentLength =
            page.IsEndless ? null
            : page.IsCut ? page.Body.Length * 2
            : page.Body.Length;
        response.HttpContext.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        try
        {
            do
            {
                await response.Body.WriteAsync(page.Body, aborted);
                await response.Body.FlushAsync(aborted);
            } while (page.IsEndless);
        }
        catch (Exception error) when (error is IOException or OperationCanceledException)
        {
            // The client has had enough.
        }
    }
}
