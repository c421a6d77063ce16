using BriefingBot.TestServers.Models.Records;

namespace BriefingBot.TestServers.Models.Scripts;

/// <summary>Writes the same text whatever is asked.</summary>
public sealed class FixedScript(string text, ReplyFinish finish = ReplyFinish.Stop) : ModelScript
{
    public override ModelReply Reply(ModelCall call) => new(text) { Finish = finish };
}
