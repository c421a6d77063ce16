using System.ClientModel.Primitives;

namespace BriefingBot.Inference.OpenAiCompatible;

/// <summary>Sends no key: local servers want none.</summary>
internal sealed class NoAuthentication : AuthenticationPolicy
{
    /// <inheritdoc/>
    public override void Process(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex) =>
        ProcessNext(message, pipeline, currentIndex);

    /// <inheritdoc/>
    public override ValueTask ProcessAsync(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex) =>
        ProcessNextAsync(message, pipeline, currentIndex);
}
