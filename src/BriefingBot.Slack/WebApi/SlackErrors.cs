using System.Collections.Frozen;

namespace BriefingBot.Slack.WebApi;

/// <summary>Slack's words for what is wrong, and what to do about them.</summary>
internal static class SlackErrors
{
    public const string MessageNotFound = "message_not_found";
    public const string NotInStreamingState = "message_not_in_streaming_state";
    public const string StoppedByUser = "stopped_by_user";
    public const string StreamingStateConflict = "streaming_state_conflict";
    public const string BlocksTooLong = "msg_blocks_too_long";
    public const string TextTooLong = "msg_too_long";
    public const string ExpiredUrl = "expired_url";
    public const string UsedUrl = "used_url";
    public const string ExpiredTrigger = "expired_trigger_id";

    /// <summary>The tokens are no good, or the app was removed.</summary>
    private static readonly FrozenSet<string> Token =
    [
        "not_authed",
        "invalid_auth",
        "account_inactive",
        "token_revoked",
        "token_expired",
        "user_removed_from_team",
        "team_disabled",
        "app_uninstalled",
        "not_allowed_token_type",
    ];

    /// <summary>Something went wrong on Slack's side, maybe after the call took effect.</summary>
    private static readonly FrozenSet<string> Passing =
    [
        "internal_error",
        "fatal_error",
        "service_unavailable",
        "request_timeout",
        "ratelimited",
        "rate_limited",
        "team_added_to_org",
    ];

    private static readonly FrozenDictionary<string, string> Advice = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["not_authed"] = "no token was sent; set SLACK_BOT_TOKEN (xoxb-) and, for Socket Mode, SLACK_APP_TOKEN (xapp-)",
        ["invalid_auth"] = "the token is not known; copy it again from the app's pages at api.slack.com/apps",
        ["account_inactive"] = "the bot was removed from the workspace; install the app again and set the new token",
        ["token_revoked"] = "the token was revoked; install the app again and set the new token",
        ["token_expired"] = "the token is too old; switch token rotation off, install the app again and set the new token",
        ["user_removed_from_team"] = "the bot was removed from the workspace; install the app again",
        ["team_disabled"] = "the workspace is disabled; ask its owner",
        ["not_allowed_token_type"] = "it is another kind of token; the bot token begins with xoxb-, the app-level token with xapp-",
        ["app_uninstalled"] = "the app was removed from the workspace; install it again",
        ["access_denied"] =
            "Slack does not let the app do this; check whether Socket Mode is switched on at Settings > Socket Mode, and "
            + "whether the workspace approved the app",
        ["missing_scope"] = "a scope is missing; add it at OAuth & Permissions > Scopes and install the app again",
        ["not_in_channel"] = "the bot is not in the channel; invite it there with /invite @briefingbot",
        ["channel_not_found"] = "the channel is gone, or the bot is not in it; invite it there with /invite @briefingbot",
        ["user_not_in_channel"] = "the person is not in the channel any more",
        ["is_archived"] = "the channel is archived",
        ["restricted_action"] = "the workspace does not let the bot post there; ask an admin to allow it",
        ["restricted_action_read_only_channel"] = "only some people may post in the channel; ask an admin to let the bot",
        ["restricted_action_thread_locked"] = "the thread is locked",
        ["thread_not_found"] = "the thread is gone",
        [MessageNotFound] = "the message is gone",
        ["edit_window_closed"] = "the workspace does not let messages be edited so late",
        ["missing_recipient_user_id"] = "a streamed message outside direct messages needs its reader",
        ["missing_recipient_team_id"] = "a streamed message outside direct messages needs its reader's workspace",
        ["channel_type_not_supported"] = "messages cannot be streamed in this kind of channel",
        [NotInStreamingState] = "the message is not streamed any more",
        [StoppedByUser] = "the reader stopped the message",
        [ExpiredTrigger] = "it came more than three seconds after the click",
        [ExpiredUrl] = "half an hour has passed since the command",
        [UsedUrl] = "five answers were given already",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The form of a message is not to Slack's liking.</summary>
    private static readonly FrozenSet<string> Form =
    [
        "invalid_blocks",
        "invalid_blocks_format",
        BlocksTooLong,
        TextTooLong,
        "invalid_attachments",
        "too_many_attachments",
        "markdown_text_conflict",
        "block_mismatch",
    ];

    /// <summary>The place is gone, or closed to the bot.</summary>
    private static readonly FrozenSet<string> Place =
    [
        "restricted_action",
        "restricted_action_read_only_channel",
        "restricted_action_thread_locked",
        "restricted_action_thread_only_channel",
        "restricted_action_non_threadable_channel",
        "not_in_channel",
        "channel_not_found",
        "is_archived",
        "thread_not_found",
        "cannot_reply_to_message",
        "team_access_not_granted",
    ];

    /// <summary>Without blocks it may be taken.</summary>
    public static bool RefusesForm(string? error) => error is not null && Form.Contains(error);

    /// <summary>Elsewhere it may be taken.</summary>
    public static bool RefusesPlace(string? error) => error is not null && Place.Contains(error);

    /// <summary>No call with this token will succeed.</summary>
    public static bool RefusesToken(string? error) => error is not null && Token.Contains(error);

    /// <summary>Opening a WebSocket will never succeed with this token and these settings.</summary>
    public static bool EndsSocketMode(string? error) =>
        RefusesToken(error) || error is "access_denied" or "missing_scope" or "no_permission";

    /// <summary>A failure of Slack's: it may succeed later, and it may have succeeded already.</summary>
    public static bool IsPassing(string error) => Passing.Contains(error);

    /// <summary>What it means and what to do; null when the word has to speak for itself.</summary>
    public static string? Explain(string error) => Advice.GetValueOrDefault(error);
}
