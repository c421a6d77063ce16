using BriefingBot.Core.Answering.Models;
using Microsoft.Extensions.AI;

namespace BriefingBot.Inference.Tests.Models;

internal sealed record StreamOutcome(string Text, ChatFinishReason? Finish, UsageDetails? Usage, ModelException? Failure);
