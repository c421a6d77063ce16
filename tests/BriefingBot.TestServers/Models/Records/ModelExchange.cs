using System.Text.Json.Nodes;
using BriefingBot.TestServers.Models.Scripts;

namespace BriefingBot.TestServers.Models.Records;

/// <summary>A request and what became of it so far; its properties move while the answer is written.</summary>
public sealed class ModelExchange
{
    internal ModelExchange(string id, DateTimeOffset at, ModelRoute route, string path, IReadOnlyDictionary<string, string> headers)
    {
        Id = id;
        At = at;
        Route = route;
        Path = path;
        Headers = headers;
    }

    /// <summary>The answer's id, and the request id in its headers.</summary>
    public string Id { get; }

    /// <summary>When it came, by the fake's clock.</summary>
    public DateTimeOffset At { get; }

    public ModelRoute Route { get; }

    /// <summary>The path with its query.</summary>
    public string Path { get; }

    /// <summary>Names in lower case; the ones that carry keys are left out.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; }

    /// <summary>Whether a key came along, right or wrong.</summary>
    public bool HasKey { get; internal set; }

    /// <summary>The JSON body; null when there was none or it could not be read.</summary>
    public JsonObject? Body { get; internal set; }

    /// <summary>The request as read; null when it was refused before, and for embeddings and models.</summary>
    public ModelCall? Call { get; internal set; }

    /// <summary>What the script wanted to write; null when it was not asked.</summary>
    public ModelReply? Reply { get; internal set; }

    /// <summary>The name of the fault that struck; null without one.</summary>
    public string? Fault { get; internal set; }

    /// <summary>The HTTP status; 0 before there is one, and when the connection was cut before.</summary>
    public int Status { get; internal set; }

    /// <summary>What left the server so far; of an answer that is not streamed, what was made up for it.</summary>
    public string Written { get; internal set; } = "";

    /// <summary>Tokens of <see cref="Written"/>.</summary>
    public int WrittenTokens { get; internal set; }

    public int InputTokens { get; internal set; }

    /// <summary>Whether the server is done with it.</summary>
    public bool IsEnded { get; internal set; }

    /// <summary>Whether the client left before the server was done.</summary>
    public bool IsAbandoned { get; internal set; }
}
