namespace BriefingBot.Platforms.Tests.Fuzz;

/// <summary>What Discord's gateway sends, to be broken.</summary>
internal static class DiscordPayloads
{
    private const string Embeds =
        """[{"type":"article","url":"https://paper.example/a","title":"Treaty signed","description":"The ministers signed it.","provider":{"name":"The Paper"},"fields":[{"name":"a","value":"b"}]}]""";

    public static IEnumerable<(string Name, IReadOnlyList<string> Originals)> All(string self, string channel, string guild, string user)
    {
        string author = $$"""{"id":"{{user}}","username":"ada","discriminator":"0","global_name":"Ada","bot":false}""";
        string member = """{"roles":[],"joined_at":"2026-01-01T00:00:00+00:00","permissions":"8","nick":null,"deaf":false,"mute":false}""";
        string mentions = $$"""[{"id":"{{self}}","username":"briefingbot","discriminator":"0","bot":true}]""";
        string message =
            $$"""{"id":"1445000000000000001","channel_id":"{{channel}}","guild_id":"{{guild}}","author":{{author}},"member":{{member}},"content":"<@{{self}}> who signed the treaty?","timestamp":"2026-01-01T00:00:00+00:00","edited_timestamp":null,"tts":false,"mention_everyone":false,"mentions":{{mentions}},"mention_roles":[],"attachments":[{"id":"1","filename":"a.png","size":1,"url":"https://cdn.example/a.png"}],"embeds":{{Embeds}},"pinned":false,"type":0}""";
        string reply =
            $$$"""{"id":"1445000000000000002","channel_id":"{{{channel}}}","guild_id":"{{{guild}}}","author":{{{author}}},"content":"is this true? <@{{{self}}}>","timestamp":"2026-01-01T00:00:01+00:00","edited_timestamp":"2026-01-01T00:00:02+00:00","mentions":{{{mentions}}},"mention_roles":["1"],"attachments":[],"embeds":[],"type":19,"message_reference":{"message_id":"1445000000000000001","channel_id":"{{{channel}}}","guild_id":"{{{guild}}}"},"referenced_message":{{{message}}}}""";
        string forward =
            $$$"""{"id":"1445000000000000003","channel_id":"{{{channel}}}","author":{{{author}}},"content":"","timestamp":"2026-01-01T00:00:03+00:00","mentions":{{{mentions}}},"mention_roles":[],"attachments":[],"embeds":[],"type":0,"message_reference":{"type":1,"message_id":"1445000000000000001","channel_id":"{{{channel}}}"},"message_snapshots":[{"message":{"type":0,"content":"The treaty was signed.","embeds":{{{Embeds}}},"attachments":[],"timestamp":"2026-01-01T00:00:00+00:00"}}]}""";
        yield return ("MESSAGE_CREATE", [message, reply, forward]);
        yield return ("MESSAGE_UPDATE", [reply, forward]);

        string place = $$"""{"id":"{{channel}}","type":0,"guild_id":"{{guild}}","name":"general","parent_id":null}""";
        string Interaction(int type, string data) =>
            $$$"""{"id":"1445000000000000010","application_id":"{{{self}}}","type":{{{type}}},"token":"token","version":1,"guild_id":"{{{guild}}}","channel_id":"{{{channel}}}","channel":{{{place}}},"member":{"user":{{{author}}},"roles":[],"permissions":"32","joined_at":"2026-01-01T00:00:00+00:00"},"locale":"en-US","data":{{{data}}},"message":{{{message}}}}""";
        yield return (
            "INTERACTION_CREATE",
            [
                Interaction(
                    2,
                    """{"id":"1","name":"ask","type":1,"options":[{"type":3,"name":"question","value":"Who signed the treaty?"},{"type":5,"name":"private","value":true}]}"""
                ),
                Interaction(
                    2,
                    """{"id":"2","name":"latest","type":1,"options":[{"type":3,"name":"topic","value":"NATO"},{"type":4,"name":"count","value":3}]}"""
                ),
                Interaction(2, """{"id":"3","name":"status","type":1}"""),
                Interaction(
                    2,
                    """{"id":"4","name":"channel","type":1,"options":[{"type":3,"name":"style","value":"thread"},{"type":5,"name":"enabled","value":false}]}"""
                ),
                Interaction(
                    2,
                    $$$"""{"id":"5","name":"Fact-check against coverage","type":3,"target_id":"1445000000000000001","resolved":{"messages":{"1445000000000000001":{{{message}}} } }}"""
                ),
                Interaction(3, """{"component_type":2,"custom_id":"helpful:0123456789abcdef0123"}"""),
                Interaction(3, """{"component_type":2,"custom_id":"removal:0123456789abcdef"}"""),
            ]
        );
        yield return (
            "GUILD_CREATE",
            [
                $$$"""{"id":"{{{guild}}}","name":"Newsroom","owner_id":"{{{user}}}","unavailable":false,"member_count":2,"channels":[{{{place}}}],"threads":[{"id":"1445000000000000020","type":11,"guild_id":"{{{guild}}}","parent_id":"{{{channel}}}","name":"t"}],"roles":[{"id":"{{{guild}}}","name":"@everyone","permissions":"8"}],"members":[{"user":{{{author}}},"roles":[]}]}""",
            ]
        );
        yield return (
            "THREAD_CREATE",
            [
                $$$"""{"id":"1445000000000000021","type":11,"guild_id":"{{{guild}}}","parent_id":"{{{channel}}}","name":"thread","owner_id":"{{{user}}}","thread_metadata":{"archived":false,"auto_archive_duration":1440,"locked":false}}""",
            ]
        );
        yield return ("CHANNEL_CREATE", [place]);
    }
}
