//! The invented staff.

use domain::room::Room as RoomKind;
use history::member::{Certificate, certified_bytes};
use history::{Id, PublicKey};
use keys::{PersonId, PersonKeys, Writer};

use crate::Office;
use crate::demo::DemoPlan;
use crate::wire::Fault;

/// The invented staff, each with a writer key of their own.
pub(super) struct Staff {
    pub(super) writers: Vec<(Writer, Certificate)>,
    /// Those who may read every concern, the lead first.
    pub(super) leads: Vec<usize>,
}

impl Staff {
    pub(super) fn of(office: &mut Office, plan: &DemoPlan) -> Result<Self, Fault> {
        let mut writers = Vec::with_capacity(plan.people.len());
        for (place, person) in plan.people.iter().enumerate() {
            let keys = PersonKeys::generate(
                PersonId::random(&mut *office.around.rng),
                &mut *office.around.rng,
            );
            let writer = Writer::one_off(&mut *office.around.rng);
            let public = PublicKey(writer.public());
            debug_assert_eq!(certified_bytes(&Id(keys.id().0), &public).len(), 69);
            let certificate = Certificate {
                person: Id(keys.id().0),
                name: person.name.clone(),
                user: person.user.clone(),
                role: person.role.clone(),
                identity: PublicKey(keys.public().identity),
                code: format!("P{place:02}"),
                signature: history::Signature(keys::writer::certify_writer(
                    &keys,
                    &writer.public(),
                )),
            };
            writers.push((writer, certificate));
        }
        let rightful = RoomKind::Pupils.rightful_roles();
        let mut leads: Vec<usize> = (0..plan.people.len()).collect();
        leads.retain(|place| {
            let role = plan.people.get(*place).map(|person| person.role.as_str());
            role.is_some_and(|role| rightful.contains(&role))
        });
        Ok(Self { writers, leads })
    }
}
