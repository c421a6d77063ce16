using BriefingBot.TestServers.Models.Records;
using BriefingBot.TestServers.Models.Streaming;

namespace BriefingBot.TestServers.Models.Ollama;

/// <summary>
/// Cuts a conversation to what the model can read, without a word, as Ollama does: the oldest messages go first, then the beginning of
/// the last one.
/// </summary>
internal static class OllamaContext
{
    public static ModelCall Fit(ModelCall call, int tokens)
    {
        int left = tokens - TokenSplitter.Count(call.System);
        List<CallMessage> kept = [];
        foreach (var message in call.Messages.Reverse())
        {
            var pieces = TokenSplitter.Split(message.Text);
            if (pieces.Count <= left)
            {
                kept.Insert(0, message);
                left -= pieces.Count;
                continue;
            }

            if (kept.Count == 0)
            {
                kept.Add(message with { Text = string.Concat(pieces.Skip(pieces.Count - Math.Max(left, 0))) });
            }

            break;
        }

        return call with
        {
            Messages = kept,
        };
    }
}
