using BriefingBot.TestServers.Models.Records;

namespace BriefingBot.TestServers.Models.Scripts;

/// <summary>Writes what a test says.</summary>
public sealed class DelegateScript(Func<ModelCall, ModelReply> reply) : ModelScript
{
    public DelegateScript(Func<ModelCall, string> text)
        : this(call => new ModelReply(text(call))) { }

    public override ModelReply Reply(ModelCall call) => reply(call);
}
