using BriefingBot.TestServers.Models.Records;

namespace BriefingBot.TestServers.Models.Scripts;

/// <summary>Decides what the model writes. The same request gives the same reply, whatever came before and whatever its nonce.</summary>
public abstract class ModelScript
{
    /// <summary>Called by several requests at once; keeps no state between them.</summary>
    public abstract ModelReply Reply(ModelCall call);
}
