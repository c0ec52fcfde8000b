"""The chapter's models, gathered for Django."""

from disputes.complaints.models import Category, Complaint, Refusal, RoutingRule, StandardReply

__all__ = ["Category", "Complaint", "Refusal", "RoutingRule", "StandardReply"]
