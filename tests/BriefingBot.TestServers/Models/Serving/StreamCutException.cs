using BriefingBot.TestServers.Models.Faults;

namespace BriefingBot.TestServers.Models.Serving;

/// <summary>The answer ends here, in the way of the fault.</summary>
internal sealed class StreamCutException(ModelFaultKind kind) : Exception
{
    public ModelFaultKind Kind { get; } = kind;
}
