using System.Text.Json.Nodes;
using BriefingBot.TestServers.Discord.Model.Messages;

namespace BriefingBot.TestServers.Discord.Rest.Forms;

/// <summary>A message body that keeps every rule. Parts that were not in the body are null: an edit leaves them as they are.</summary>
internal sealed record MessageForm
{
    public string? Content { get; init; }

    public JsonArray? Embeds { get; init; }

    public JsonArray? Components { get; init; }

    public MessageFlags? Flags { get; init; }

    public JsonObject? AllowedMentions { get; init; }

    public ulong? ReferenceId { get; init; }

    public bool FailIfNotExists { get; init; } = true;

    public string? Nonce { get; init; }

    public bool EnforceNonce { get; init; }
}
