using BriefingBot.TestServers.Models.Prompts;
using BriefingBot.TestServers.Models.Records;

namespace BriefingBot.TestServers.Models.Scripts;

/// <summary>Writes standalone questions, and leaves everything else to another script (<see cref="TruthfulScript"/> by default).</summary>
public sealed class StandaloneQuestionScript(ModelScript? otherwise = null) : ModelScript
{
    private readonly ModelScript _otherwise = otherwise ?? new TruthfulScript();

    public override ModelReply Reply(ModelCall call)
    {
        ArgumentNullException.ThrowIfNull(call);
        ModelPrompt prompt = PromptReader.Read(call.UserText);
        return prompt.IsStandaloneRequest ? new ModelReply(StandaloneQuestion.Write(prompt)) : _otherwise.Reply(call);
    }
}
