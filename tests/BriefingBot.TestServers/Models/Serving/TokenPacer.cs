using System.Runtime.CompilerServices;
using BriefingBot.TestServers.Models.Faults;
using BriefingBot.TestServers.Models.Records;

namespace BriefingBot.TestServers.Models.Serving;

/// <summary>Lets the tokens of an answer go, each at its time.</summary>
internal sealed class TokenPacer(FakeModelState state)
{
    /// <summary>The tokens to write; ends early, stalls or throws <see cref="StreamCutException"/> as the fault says.</summary>
    public async IAsyncEnumerable<string> PaceAsync(
        ModelExchange exchange,
        IReadOnlyList<string> tokens,
        ModelFault? fault,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        if (fault?.Kind == ModelFaultKind.NeverBegins)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        }

        for (int i = 0; fault?.Kind == ModelFaultKind.Endless || i < tokens.Count; i++)
        {
            switch (fault?.Kind)
            {
                case ModelFaultKind.DelayFirstToken when i == 0:
                case ModelFaultKind.SlowTokens:
                    await Task.Delay(fault.Duration, state.Options.Clock, cancellationToken);
                    break;
                case ModelFaultKind.Stall when i >= fault.AfterTokens:
                    await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
                    break;
                case ModelFaultKind.CutStream
                or ModelFaultKind.ErrorInStream
                or ModelFaultKind.MalformedJson
                or ModelFaultKind.EndWithoutFinish when i >= fault.AfterTokens:
                    throw new StreamCutException(fault.Kind);
            }

            await state.Gate.PassAsync(exchange.Written, cancellationToken);
            yield return tokens.Count > 0 ? tokens[i % tokens.Count] : "on ";
        }

        // An answer that is shorter than the fault's place ends in the fault all the same.
        if (
            fault?.Kind
            is ModelFaultKind.CutStream
                or ModelFaultKind.ErrorInStream
                or ModelFaultKind.MalformedJson
                or ModelFaultKind.EndWithoutFinish
        )
        {
            throw new StreamCutException(fault.Kind);
        }

        if (fault?.Kind == ModelFaultKind.Stall)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        }
    }
}
