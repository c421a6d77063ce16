using BriefingBot.TestServers.Models.Faults;
using BriefingBot.TestServers.Models.Records;
using BriefingBot.TestServers.Models.Scripts;
using BriefingBot.TestServers.Models.Streaming;

namespace BriefingBot.TestServers.Models.Serving;

/// <summary>An answer as it will leave: cut to what the request and the fault allow.</summary>
internal sealed record PlannedReply(IReadOnlyList<string> Tokens, ReplyFinish Finish)
{
    public static PlannedReply Of(ModelReply reply, ModelCall call, ModelFault? fault)
    {
        string text = reply.Text;
        ReplyFinish finish = reply.Finish;
        int stop = call
            .Stops.Select(stop => text.IndexOf(stop, StringComparison.Ordinal))
            .Where(static at => at >= 0)
            .DefaultIfEmpty(-1)
            .Min();
        if (stop >= 0)
        {
            text = text[..stop];
            finish = ReplyFinish.StopText;
        }

        IReadOnlyList<string> tokens = TokenSplitter.Split(text);
        int limit = call.MaxTokens ?? int.MaxValue;
        if (fault?.Kind == ModelFaultKind.Truncate)
        {
            limit = Math.Min(limit, fault.AfterTokens);
        }

        return tokens.Count > limit || (fault?.Kind == ModelFaultKind.Truncate)
            ? new PlannedReply([.. tokens.Take(limit)], ReplyFinish.Length)
            : new PlannedReply(tokens, finish);
    }
}
