namespace BriefingBot.Platforms.Tests.Fuzz;

/// <summary>What Slack sends, to be broken.</summary>
internal static class SlackEvents
{
    private const string Blocks =
        """[{"type":"rich_text","block_id":"b1","elements":[{"type":"rich_text_section","elements":[{"type":"user","user_id":"U1"},{"type":"text","text":" who signed the treaty?","style":{"bold":true}},{"type":"link","url":"https://paper.example/a","text":"a"}]}]}]""";

    private const string Attachments =
        """[{"id":1,"fallback":"Treaty signed","title":"Treaty signed","title_link":"https://paper.example/a","text":"The ministers signed it.","pretext":"look","message_blocks":[{"message":{"blocks":[]}}],"fields":[{"title":"a","value":"b"}]}]""";

    public static IReadOnlyList<string> Events(string team, string channel, string user) =>
        [
            Event(
                team,
                $$"""{"type":"app_mention","user":"{{user}}","text":"<@U0BOT> who signed the treaty?","ts":"1767225600.000100","channel":"{{channel}}","event_ts":"1767225600.000100","client_msg_id":"c1","team":"{{team}}","blocks":{{Blocks}}}"""
            ),
            Event(
                team,
                $$"""{"type":"message","channel_type":"im","user":"{{user}}","text":"who signed the treaty?","ts":"1767225601.000100","channel":"D0ADA","event_ts":"1767225601.000100","attachments":{{Attachments}},"files":[{"id":"F1","name":"a.png","mimetype":"image/png"}]}"""
            ),
            Event(
                team,
                $$"""{"type":"message","channel_type":"channel","user":"{{user}}","text":"and what did he say?","ts":"1767225602.000100","thread_ts":"1767225600.000100","parent_user_id":"U0BOT","channel":"{{channel}}","event_ts":"1767225602.000100"}"""
            ),
            Event(
                team,
                $$$"""{"type":"message","subtype":"message_changed","channel_type":"channel","channel":"{{{channel}}}","ts":"1767225603.000100","message":{"type":"message","user":"{{{user}}}","text":"<@U0BOT> who?","ts":"1767225602.000100","edited":{"user":"{{{user}}}","ts":"1767225603.000000"}},"previous_message":{"type":"message","user":"{{{user}}}","text":"who?","ts":"1767225602.000100"}}"""
            ),
            Event(team, $$"""{"type":"app_home_opened","user":"{{user}}","channel":"D0ADA","tab":"home","event_ts":"1767225604.000100"}"""),
            Event(
                team,
                $$$"""{"type":"assistant_thread_started","assistant_thread":{"user_id":"{{{user}}}","context":{"channel_id":"{{{channel}}}","team_id":"{{{team}}}"},"channel_id":"D0ADA","thread_ts":"1767225605.000100"},"event_ts":"1767225605.000100"}"""
            ),
            Event(
                team,
                $$"""{"type":"member_joined_channel","user":"{{user}}","channel":"{{channel}}","channel_type":"C","team":"{{team}}","inviter":"U1","event_ts":"1767225606.000100"}"""
            ),
            Event(
                team,
                $$"""{"type":"agent_session_stopped","user":"{{user}}","channel":"{{channel}}","thread_ts":"1767225600.000100","event_ts":"1767225607.000100"}"""
            ),
        ];

    public static IReadOnlyList<string> Commands(string team, string channel, string user) =>
        [
            .. new[]
            {
                "ask who signed the treaty?",
                "latest NATO 3",
                "sources",
                "help",
                "status",
                "reindex rebuild",
                "channel style thread",
            }.Select(text =>
                $$"""{"token":"t","team_id":"{{team}}","team_domain":"newsroom","channel_id":"{{channel}}","channel_name":"general","user_id":"{{user}}","user_name":"ada","command":"/briefing","text":"{{text}}","response_url":"http://127.0.0.1:9/commands/1","trigger_id":"13.37.{{text.Length}}"}"""
            ),
        ];

    public static IReadOnlyList<string> Interactions(string team, string channel, string user) =>
        [
            Click(team, channel, user, "helpful:0123456789abcdef0123", "feedback"),
            Click(team, channel, user, "share:0123456789abcdef0123 1767225600.000100", "share"),
            Click(team, channel, user, "removal:0123456789abcdef", "removal"),
            $$$"""{"type":"message_action","callback_id":"check_against_coverage","trigger_id":"13.38","response_url":"http://127.0.0.1:9/actions/1","user":{"id":"{{{user}}}"},"channel":{"id":"{{{channel}}}"},"team":{"id":"{{{team}}}"},"message":{"type":"message","user":"U1","ts":"1767225600.000100","text":"The ministers signed the treaty.","blocks":{{{Blocks}}},"attachments":{{{Attachments}}}}}""",
            $$$"""{"type":"shortcut","callback_id":"ask","trigger_id":"13.39","user":{"id":"{{{user}}}"},"team":{"id":"{{{team}}}"}}""",
        ];

    private static string Event(string team, string inner) =>
        $$"""{"token":"t","team_id":"{{team}}","api_app_id":"A1","type":"event_callback","event_id":"Ev1","event_time":1767225600,"authorizations":[{"team_id":"{{team}}","user_id":"U0BOT","is_bot":true}],"event":{{inner}}}""";

    private static string Click(string team, string channel, string user, string value, string action) =>
        $$$"""{"type":"block_actions","trigger_id":"13.40","response_url":"http://127.0.0.1:9/actions/2","user":{"id":"{{{user}}}","team_id":"{{{team}}}"},"channel":{"id":"{{{channel}}}","name":"general"},"container":{"type":"message","message_ts":"1767225600.000100","thread_ts":"1767225600.000100","channel_id":"{{{channel}}}"},"message":{"ts":"1767225600.000100","thread_ts":"1767225600.000100","text":"x"},"actions":[{"type":"button","action_id":"{{{action}}}","block_id":"b","value":"{{{value}}}","action_ts":"1767225601.000100"}]}""";
}
