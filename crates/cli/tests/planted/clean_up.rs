//! What has grown around the seeds, and what of it goes with them.

use crate::field::Field;

#[tokio::test]
async fn a_made_up_user_who_joined_a_real_tenant_goes_with_the_seeds() {
    let field = Field::of("adx-core").await;
    let copy = field.copy().await;
    let client = copy.connect().await;
    let join = "
        INSERT INTO tenants (id, name, slug, admin_email)
        VALUES ('a0000000-0000-4000-8000-000000000000', 'Real Inc', 'real', 'boss@real.example.com');
        INSERT INTO users (id, tenant_id, email, password_hash)
        VALUES ('a0000000-0000-4000-8000-000000000001', 'd1000000-0000-4000-8000-000000000000', 'eva@example.com',
          'no hash');
        INSERT INTO tenant_memberships (tenant_id, user_id)
        VALUES ('a0000000-0000-4000-8000-000000000000', 'd1000000-0000-4000-8000-000000000001'),
          ('a0000000-0000-4000-8000-000000000000', 'a0000000-0000-4000-8000-000000000001');";
    client.batch_execute(join).await.unwrap();
    let said = copy.read("clean");
    assert!(said.contains("done in"), "{said}");
    let left = client.query("SELECT email FROM users ORDER BY 1", &[]).await.unwrap();
    let left: Vec<String> = left.iter().map(|row| row.get(0)).collect();
    assert_eq!(left, ["eva@example.com"], "a real user moves to the tenant that she joined");
    assert!(copy.read("clean").contains("nothing to clean"));
}
