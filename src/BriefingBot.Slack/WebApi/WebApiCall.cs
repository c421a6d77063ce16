using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace BriefingBot.Slack.WebApi;

/// <summary>A call and how it may be treated.</summary>
/// <param name="Method">Such as <c>chat.postMessage</c>.</param>
/// <param name="Body">UTF-8 JSON; null for the methods that read, which take <see cref="Form"/>.</param>
internal sealed record WebApiCall(string Method, byte[]? Body = null)
{
    /// <summary>How long what somebody waits for may take.</summary>
    public static readonly TimeSpan Quick = TimeSpan.FromSeconds(5);

    /// <summary>Arguments of the methods that read: many of them pass over JSON.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Form { get; init; } = [];

    /// <summary>Posts here: paced by channel. Null for all else.</summary>
    public string? PostsTo { get; init; }

    /// <summary>
    /// Touches this channel only, so that a limit there holds nobody back elsewhere; null for calls that stand for the whole workspace.
    /// </summary>
    public string? Channel { get; init; }

    /// <summary>False: when its fate is unknown it is not sent again.</summary>
    public bool CanRepeat { get; init; } = true;

    /// <summary>Worth nothing when late: given up instead of waiting for a limit.</summary>
    public bool IsFleeting { get; init; }

    /// <summary>Goes by the app-level token.</summary>
    public bool IsForApp { get; init; }

    /// <summary>Only looks whether the token is good: that it is refused is told to the caller alone.</summary>
    public bool IsProbe { get; init; }

    /// <summary>An address outside the Web API: a response_url. No token goes there.</summary>
    public Uri? Address { get; init; }

    /// <summary>How long one try may take; null for the usual time.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>What is held back together when Slack says that there was too much.</summary>
    public string LimitKey => (PostsTo ?? Channel) is { } place ? $"{Method} {place}" : Method;

    /// <summary>A call with arguments as JSON.</summary>
    public static WebApiCall Write<T>(string method, T arguments, JsonTypeInfo<T> type) =>
        new(method, JsonSerializer.SerializeToUtf8Bytes(arguments, type));

    /// <summary>A call that reads; Slack takes its arguments as a form.</summary>
    public static WebApiCall Look(string method, params IEnumerable<(string Name, string Value)> arguments) =>
        new(method) { Form = [.. arguments.Select(static argument => KeyValuePair.Create(argument.Name, argument.Value))] };

    /// <summary>Given up when limited, and soon: what it shows is only good now.</summary>
    public WebApiCall Fleeting() => this with { IsFleeting = true, Timeout = Quick };
}
